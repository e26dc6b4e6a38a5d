package dev.nightjar.ports;

import java.util.List;

/** Checks which score cells each segment map names; needs neither a night nor a database. */
public interface MapLinter {

  /** One report per map of the settings. */
  List<MapReport> examine();

  /**
   * The coverage of a map. A cell is written as its R, F and M scores, such as 543.
   *
   * @param form the kinds of its rules
   * @param scores lowest and highest score, of each axis if they differ
   * @param cells number of all cells
   * @param leftToElse cells in which customers are left without a rule
   * @param overlaps cells in which nobody reaches a rule, because of one before it
   * @param unreachable names of segments that no customer can reach
   * @param impossibleCells of the map in use, cells that nobody can be in by the settings of rfm
   * @param impossibleSegments segments that have no other cells
   * @param waiver why unreachable segments are accepted; empty for no waiver
   * @param notes the findings as sentences; empty if each cell has one rule and each name a cell
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
      List<String> impossibleCells,
      List<String> impossibleSegments,
      String waiver,
      List<String> notes) {

    /** The number of cells with more than one segment. */
    public long overlapping() {
      return overlaps.stream().flatMap(overlap -> overlap.cells().stream()).distinct().count();
    }
  }

  /** Cells that two segments name; the winner takes them. */
  record Overlap(String winner, String other, List<String> cells) {}
}
