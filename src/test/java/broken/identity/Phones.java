package broken.identity;

import broken.db.orders.Tables;

class Phones {
  Tables orders = Tables.ORDERS;
}
