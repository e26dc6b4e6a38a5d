package dev.nightjar.ports;

import java.util.List;

/** Tells which cells of scores each segment map names; needs no night and no database. */
public interface MapLinter {

  /** Each map of the settings. */
  List<MapReport> examine();

  /**
   * What a map does, cells as their R, F and M score side by side.
   *
   * @param form which kinds of rules it is made of
   * @param scores lowest and highest score of each axis
   * @param cells number of all cells
   * @param leftToElse the cells that no rule has
   * @param overlaps the cells that more than one segment has
   * @param unreachable names that no customer can have
   * @param waiver why these are let pass; empty where there is nothing to let pass
   * @param notes all of this in sentences, empty where each cell has one rule and each name a cell
   */
  record MapReport(
      String map,
      boolean inUse,
      String form,
      String scores,
      String direction,
      int cells,
      List<String> leftToElse,
      List<Overlap> overlaps,
      List<String> unreachable,
      String waiver,
      List<String> notes) {

    /** How many cells have more than one segment. */
    public long overlapping() {
      return overlaps.stream().flatMap(overlap -> overlap.cells().stream()).distinct().count();
    }
  }

  /** The cells that a segment takes before another one that has them too. */
  record Overlap(String winner, String other, List<String> cells) {}
}
