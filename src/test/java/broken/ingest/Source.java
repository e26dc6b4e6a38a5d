package broken.ingest;

class Source {
  private String name = "";

  public void setName(String name) {
    this.name = name;
  }

  public Source settle(String other) {
    name = other;
    return this;
  }
}
