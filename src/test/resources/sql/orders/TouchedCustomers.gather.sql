analyze touched_customers;

select count(*)
from "touched_customers";
