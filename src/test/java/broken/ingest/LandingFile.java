package broken.ingest;

class LandingFile {
  LandingFile(int a, int b, int c, int d, int e, int f, int g) {}

  LandingFile(int a, int b, int c, int d, int e, int f) {}

  record Line(int a, int b, int c, int d, int e, int f, int g) {}
}
