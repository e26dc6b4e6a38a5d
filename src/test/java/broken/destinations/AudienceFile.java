package broken.destinations;

import broken.db.orders.Tables;

class AudienceFile {
  Tables orders = Tables.ORDERS;
}
