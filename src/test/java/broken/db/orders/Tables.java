package broken.db.orders;

public class Tables {
  public static final Tables ORDERS = new Tables();
}
