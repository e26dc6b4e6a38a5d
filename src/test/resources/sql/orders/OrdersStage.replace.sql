select nextval('"orders"."builds"');
