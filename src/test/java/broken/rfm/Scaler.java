package broken.rfm;

import elki.data.DoubleVector;

class Scaler {
  DoubleVector scaled = DoubleVector.wrap(new double[] {1});
}
