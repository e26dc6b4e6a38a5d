package broken.formats;

import broken.orders.OrdersStage;

/** Knows what is in the file that it reads. */
final class OrderReader {
  OrdersStage stage;
}
