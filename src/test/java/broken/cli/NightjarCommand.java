package broken.cli;

import broken.rfm.RfmStage;

public class NightjarCommand {
  RfmStage shortcut = new RfmStage();
}
