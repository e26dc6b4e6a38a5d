package dev.nightjar.segments;

import dev.nightjar.kit.Shop;

/** A map of two segments, High for who ordered lately, and Low. */
final class TwoSegments {
  private TwoSegments() {}

  static Shop in(Shop shop) {
    return in(shop, "[3-5]??", "[1-2]??");
  }

  /** The map with other borders. */
  static Shop in(Shop shop, String high, String low) {
    return shop.with("segments.map=two")
        .with("segments.maps.two.segments[0].name=High")
        .with("segments.maps.two.segments[0].patterns=" + high)
        .with("segments.maps.two.segments[1].name=Low")
        .with("segments.maps.two.segments[1].patterns=" + low);
  }
}
