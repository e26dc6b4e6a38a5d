package broken.segments;

import broken.cli.NightjarCommand;

public class SegmentsStage {
  NightjarCommand caller = new NightjarCommand();
}
