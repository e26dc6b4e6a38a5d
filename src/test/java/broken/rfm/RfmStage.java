package broken.rfm;

import broken.orders.OrdersStage;

public class RfmStage {
  OrdersStage before = new OrdersStage();
}
