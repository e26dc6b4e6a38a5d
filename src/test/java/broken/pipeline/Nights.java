package broken.pipeline;

import broken.rfm.RfmStage;

class Nights {
  RfmStage favourite = new RfmStage();
}
