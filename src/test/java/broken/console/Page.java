package broken.console;

public class Page {
  broken.demo.DemoShop example = new broken.demo.DemoShop();
}
