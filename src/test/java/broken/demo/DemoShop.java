package broken.demo;

import broken.console.Page;

public class DemoShop {
  Page advertisement = new Page();
}
