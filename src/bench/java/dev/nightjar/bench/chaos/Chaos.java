package dev.nightjar.bench.chaos;

import dev.nightjar.bench.Ratio;
import dev.nightjar.bench.chaos.Timeline.Moment;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Disturbs a night of a shop at random moments, each time from where the shop stood before it,
 * resumes it with {@code nightjar resume} only, and compares what is published and delivered with a
 * night that nobody disturbed.
 */
public final class Chaos {
  private static final int MOST_RESUMES = 3;
  private static final int DAYS_OF_A_JUMP = 400;
  private static final int DAYS_OF_A_WEEK = 7;
  private static final int KINDS_OF_STALLS = 5;

  private final Commands commands;
  private final ChaosShop shop;
  private final @Nullable SshServer sftp;
  private final Path folder;
  private final Random random;
  private final Consumer<String> progress;
  private @Nullable ShopState reference;
  private Timeline timeline = new Timeline(List.of());

  /**
   * What a run needs.
   *
   * @param folder for homes; it must be there
   * @param installation with the settings and routes that ship
   * @param sftp where an SFTP server gets extracts; null if the machine has none
   * @param places where else extracts go, apart from the home
   */
  public record Scene(
      Path folder,
      Path installation,
      @Nullable SftpPlace sftp,
      List<Place> places,
      ChaosShop.Size size) {}

  /**
   * @param seed of the moments
   * @param progress takes a line about each step
   */
  public Chaos(Scene scene, Commands commands, long seed, Consumer<String> progress) {
    this.commands = commands;
    this.folder = scene.folder();
    this.random = new Random(seed);
    this.progress = progress;
    var places = new ArrayList<>(scene.places());
    this.sftp = scene.sftp() == null ? null : scene.sftp().server();
    if (scene.sftp() != null) {
      places.add(scene.sftp());
    }
    this.shop = new ChaosShop(folder, scene.installation(), commands, places, scene.size());
  }

  /**
   * Runs the history and the undisturbed night.
   *
   * @param nights of history, a week apart
   */
  public void prepare(int nights) throws Exception {
    shop.live(nights, DAYS_OF_A_WEEK, progress);
    shop.keep();
    var cold = undisturbed();
    timeline = undisturbed().fastest(cold);
    progress.accept("undisturbed night: " + timeline);
  }

  private Timeline undisturbed() throws Exception {
    shop.reset();
    ChaosShop.require(commands.start(shop.home(), shop.command("run")).await(), "the night");
    try (var witness = shop.witness()) {
      reference = shop.state(witness);
      return witness.timeline();
    } finally {
      shop.stopServer();
    }
  }

  /** Why there can be no case of a kind on this machine. */
  public Optional<String> obstacle(Disturbance kind) throws IOException, InterruptedException {
    if (kind == Disturbance.SFTP && sftp == null) {
      return Optional.of("there is no sshd (Debian's openssh-server)");
    }
    return kind.needsAFullDisk() && !SmallDisk.isPossible(folder)
        ? Optional.of("file systems cannot be mounted here, which takes root")
        : Optional.empty();
  }

  /** Disturbs nights, each kind as often as given, in equal parts of the night. */
  public List<ChaosCase> run(Map<Disturbance, Integer> wanted) throws Exception {
    var cases = new ArrayList<ChaosCase>();
    for (var each : new EnumMap<>(wanted).entrySet()) {
      var obstacle = obstacle(each.getKey());
      if (obstacle.isPresent() && each.getValue() > 0) {
        progress.accept("skipped: %s: %s".formatted(each.getKey().text(), obstacle.get()));
        continue;
      }
      for (int i = 0; i < each.getValue(); i++) {
        var one = disturb(each.getKey(), i, (i + random.nextDouble()) / each.getValue());
        cases.add(one);
        progress.accept(line(one, each.getValue()));
      }
    }
    return cases;
  }

  private static String line(ChaosCase one, int of) {
    return "%s %d/%d: %s + %d ms, exit codes %s, %.1f s, %s"
        .formatted(
            one.kind().text(),
            one.number(),
            of,
            one.stage(),
            one.millis(),
            one.exitCodes(),
            one.seconds(),
            one.isEqual() ? "equal" : "NOT EQUAL " + one.differences() + "\n" + one.printed());
  }

  private ChaosCase disturb(Disturbance kind, int index, double share) throws Exception {
    long start = System.nanoTime();
    shop.reset();
    var part = kind == Disturbance.SFTP ? timeline.only("deliver") : timeline;
    var moment = part.at(share);
    var outcomes = new ArrayList<Run.Outcome>();
    var disks = disks(kind);
    try {
      var stage = new Attempt(kind, index, disks).run(moment, outcomes);
      boolean isFinished = isFinished();
      while (!isFinished && outcomes.size() <= MOST_RESUMES) {
        outcomes.add(commands.start(shop.home(), shop.command("resume")).await());
        isFinished = isFinished();
      }
      return new ChaosCase(
          index + 1,
          kind,
          stage,
          moment.millis(),
          outcomes.stream().map(Run.Outcome::exitCode).toList(),
          isFinished,
          differences(),
          (System.nanoTime() - start) / 1e9,
          String.join("\n", outcomes.stream().map(Run.Outcome::output).toList()));
    } finally {
      shop.stopServer();
      for (int i = disks.size() - 1; i >= 0; i--) {
        disks.get(i).close();
      }
    }
  }

  /** The disk to fill comes first; PostgreSQL's data never share the disk of the home. */
  private List<SmallDisk> disks(Disturbance kind) throws IOException, InterruptedException {
    var disks = new ArrayList<SmallDisk>();
    if (kind.needsAFullDisk()) {
      disks.add(SmallDisk.of(shop.folder(kind)));
    }
    if (kind == Disturbance.FULL_HOME) {
      disks.add(SmallDisk.of(shop.data()));
    }
    return disks;
  }

  private boolean isFinished() throws Exception {
    try (var witness = shop.witness()) {
      return witness.isFinished();
    }
  }

  private List<String> differences() throws Exception {
    try (var witness = shop.witness()) {
      return shop.state(witness).differences(Objects.requireNonNull(reference));
    }
  }

  /** The last lines of the bench: the share of nights that are equal, and the most resumes. */
  public static List<Ratio> ratios(List<ChaosCase> cases) {
    double equal = cases.stream().filter(ChaosCase::isEqual).count();
    return List.of(
        new Ratio("chaos-equal", equal / cases.size(), ">= 1"),
        new Ratio(
            "chaos-resumes", cases.stream().mapToInt(ChaosCase::resumes).max().orElse(0), "<= 1"));
  }

  /** A night that is disturbed. */
  private final class Attempt {
    private final Disturbance kind;
    private final int index;
    private final List<SmallDisk> disks;
    private final JumpingClock clock = new JumpingClock();

    private Attempt(Disturbance kind, int index, List<SmallDisk> disks) {
      this.kind = kind;
      this.index = index;
      this.disks = disks;
    }

    /** Runs the night to its end, good or bad, and returns the stage that was hit. */
    String run(Moment moment, List<Run.Outcome> outcomes) throws Exception {
      try (var witness = shop.witness()) {
        var night = start();
        var stage = witness.await(moment, night);
        disturb(witness, night);
        outcomes.add(night.await());
        return stage;
      } finally {
        for (var disk : disks) {
          disk.free();
        }
        if (sftp != null) {
          sftp.goOn();
        }
      }
    }

    private Run start() {
      var command = shop.command("run");
      return switch (kind) {
        case KILL -> commands.inAProcess(shop.home(), command);
        case CLOCK -> commands.onAClock(clock, shop.home(), command);
        default -> commands.start(shop.home(), command);
      };
    }

    private void disturb(Witness witness, Run night) throws Exception {
      switch (kind) {
        case KILL -> night.kill();
        case SERVER_KILL -> witness.killServer();
        case LOCK -> witness.endLockSession();
        case CLOCK -> {
          var days = 1 + random.nextInt(DAYS_OF_A_JUMP);
          clock.jump(Duration.ofDays(index % 2 == 0 ? days : -days));
        }
        case SFTP -> stall();
        default -> disks.get(0).fill();
      }
    }

    /**
     * The server goes on after a while, or its sessions end then, or, once in five cases, it is
     * silent until the night gives up.
     */
    private void stall() throws IOException, InterruptedException {
      var server = Objects.requireNonNull(sftp);
      server.stall();
      if (index % KINDS_OF_STALLS == KINDS_OF_STALLS - 1) {
        return;
      }
      Thread.sleep(500 + random.nextInt(2000));
      if (index % 2 == 0) {
        server.cut();
      }
      server.goOn();
    }
  }
}
