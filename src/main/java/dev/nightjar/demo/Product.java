package dev.nightjar.demo;

/** Something the shop sells, or gives away for 0 pence. */
record Product(String code, String name, String category, int pence) {
  boolean isGift() {
    return pence == 0;
  }
}
