package broken.clustering;

import broken.demo.DemoShop;

public class ClusteringStage {
  DemoShop sample = new DemoShop();
}
