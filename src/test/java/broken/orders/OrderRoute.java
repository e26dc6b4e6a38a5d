package broken.orders;

import org.apache.camel.CamelContext;

interface OrderRoute {
  void start(CamelContext camel);
}
