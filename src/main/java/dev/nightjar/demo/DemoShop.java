package dev.nightjar.demo;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Predicate;

/**
 * A believable retailer: three years of customers and orders that end with three nights of files.
 * The same seed, number of customers and last day give the same files on every machine.
 */
public final class DemoShop {
  private static final int LATE_ORDERS = 4;
  private static final List<Mishap> MISHAPS = List.of(Mishap.values());

  private final LocalDate firstDay;
  private final List<LocalDate> nights;
  private final CustomerDesk desk;
  private final List<OrderLine> lines;
  private final List<String> lateOrders;

  /** Opens a shop three years before its last day, and simulates them. */
  public DemoShop(long seed, int customers, LocalDate lastDay) {
    firstDay = lastDay.minusYears(3).plusDays(1);
    nights = List.of(lastDay.minusDays(2), lastDay.minusDays(1), lastDay);
    var crowd = new Crowd(seed, customers, new Seasons(firstDay, lastDay));
    desk = new CustomerDesk(seed, crowd.shoppers(), nights);
    lines = new Till(seed, new Catalogue(seed), lastDay).lines(crowd.visits());
    lateOrders = lastOrdersOf(nights.get(1));
  }

  private List<String> lastOrdersOf(LocalDate night) {
    var placed =
        lines.stream().map(OrderLine::order).filter(it -> it.at().toLocalDate().equals(night));
    var numbers = placed.map(Order::number).distinct().toList();
    return numbers.subList(Math.max(0, numbers.size() - LATE_ORDERS), numbers.size());
  }

  /** The last three days, in order: on each of them files arrive. */
  public List<LocalDate> nights() {
    return nights;
  }

  /**
   * Writes the files that arrive for a night, each complete from the moment it can be seen. The
   * first night brings the whole history, the second a day, and the third also the second day's
   * orders again and its last orders late.
   */
  public List<Path> deliver(LocalDate night, Path folder) {
    if (!nights.contains(night)) {
      throw new IllegalArgumentException(night + " is not one of the nights " + nights);
    }
    return files(night).stream().map(file -> file.writeTo(folder)).toList();
  }

  private List<CsvFile> files(LocalDate night) {
    var customers = new CsvFile("customers-" + night + ".csv", Customer.COLUMNS, desk.rows(night));
    return switch (nights.indexOf(night)) {
      case 0 -> List.of(history(), customers);
      case 1 -> List.of(secondDay(""), customers);
      default -> List.of(thirdDay(), customers, secondDay("-resent"), late());
    };
  }

  private CsvFile history() {
    var night = nights.get(0);
    return orders(firstDay + "_" + night + ".csv.gz", rows(line -> !dayOf(line).isAfter(night)));
  }

  private CsvFile secondDay(String suffix) {
    var night = nights.get(1);
    var rows = rows(line -> dayOf(line).equals(night) && !isLate(line));
    return orders(night + suffix + ".csv", Mishap.in(rows, MISHAPS.subList(0, 3)));
  }

  private CsvFile thirdDay() {
    var night = nights.get(2);
    var rows = rows(line -> dayOf(line).equals(night));
    return orders(night + ".csv", Mishap.in(rows, MISHAPS.subList(3, 6)));
  }

  private CsvFile late() {
    return orders(nights.get(1) + "-late.csv", rows(this::isLate));
  }

  private static CsvFile orders(String name, List<List<String>> rows) {
    return new CsvFile("orders-" + name, OrderLine.COLUMNS, rows);
  }

  private List<List<String>> rows(Predicate<OrderLine> wanted) {
    return lines.stream().filter(wanted).map(OrderLine::fields).toList();
  }

  private boolean isLate(OrderLine line) {
    return lateOrders.contains(line.order().number());
  }

  private static LocalDate dayOf(OrderLine line) {
    return line.at().toLocalDate();
  }
}
