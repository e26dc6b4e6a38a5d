package dev.nightjar.drawings;

import java.util.ArrayList;
import java.util.List;

/**
 * Divides a rectangle into areas that are as close to squares as they can be, by the method of
 * Bruls, Huizing and van Wijk, Squarified Treemaps (2000).
 */
final class Squares {
  private final double[] areas;
  private final List<Area> made = new ArrayList<>();
  private double x;
  private double y;
  private double width;
  private double height;

  private Squares(double[] areas, double width, double height) {
    this.areas = areas;
    this.width = width;
    this.height = height;
  }

  /** One of the areas. */
  record Area(double x, double y, double width, double height) {}

  /**
   * One area per size.
   *
   * @param sizes above zero, from the largest to the smallest
   */
  static List<Area> of(double[] sizes, double width, double height) {
    double total = 0;
    for (double size : sizes) {
      total += size;
    }
    var areas = new double[sizes.length];
    for (int i = 0; i < sizes.length; i++) {
      areas[i] = sizes[i] / total * width * height;
    }
    var squares = new Squares(areas, width, height);
    int start = 0;
    while (start < areas.length) {
      start = squares.row(start);
    }
    return squares.made;
  }

  /** Fills a row along the shorter side, until one more area would make its shapes longer. */
  private int row(int start) {
    double side = Math.min(width, height);
    int end = start + 1;
    double sum = areas[start];
    while (end < areas.length
        && worst(sum + areas[end], areas[start], areas[end], side)
            <= worst(sum, areas[start], areas[end - 1], side)) {
      sum += areas[end++];
    }
    place(start, end, sum);
    return end;
  }

  private static double worst(double sum, double largest, double smallest, double side) {
    double square = side * side;
    return Math.max(square * largest / (sum * sum), sum * sum / (square * smallest));
  }

  private void place(int start, int end, double sum) {
    boolean isWide = width >= height;
    double side = isWide ? height : width;
    double depth = side == 0 ? 0 : sum / side;
    double at = isWide ? y : x;
    for (int i = start; i < end; i++) {
      double length = depth == 0 ? 0 : areas[i] / depth;
      made.add(isWide ? new Area(x, at, depth, length) : new Area(at, y, length, depth));
      at += length;
    }
    if (isWide) {
      x += depth;
      width = Math.max(0, width - depth);
    } else {
      y += depth;
      height = Math.max(0, height - depth);
    }
  }
}
