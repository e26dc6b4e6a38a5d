package broken.views;

import broken.db.orders.Tables;
import org.jooq.DSLContext;
import org.jooq.Table;
import org.jooq.UpdatableRecord;

class Moves {
  Tables orders = Tables.ORDERS;

  void ask(DSLContext db, Table<?> moves) {
    db.selectFrom(moves).fetch();
  }

  void insert(DSLContext db, Table<?> moves) {
    db.insertInto(moves);
  }

  void update(DSLContext db, Table<?> moves) {
    db.update(moves);
  }

  void delete(DSLContext db, Table<?> moves) {
    db.deleteFrom(moves).execute();
  }

  void store(UpdatableRecord<?> move) {
    move.store();
  }

  void text(DSLContext db) {
    db.execute("delete from moves");
  }
}
