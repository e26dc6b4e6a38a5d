package broken.pipeline;

import broken.Application;

class Ledger {
  Application owner = new Application();
}
