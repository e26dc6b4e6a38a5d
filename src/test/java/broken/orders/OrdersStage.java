package broken.orders;

public class OrdersStage {}
