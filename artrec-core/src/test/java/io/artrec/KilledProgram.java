package io.artrec;

import io.artrec.behavior.Interaction;
import io.artrec.catalog.Artwork;
import io.artrec.catalog.Catalog;
import io.artrec.catalog.CatalogChange;
import io.artrec.encryption.Encryption;
import io.artrec.encryption.KeyRing;
import io.artrec.feature.AttributeFeature;
import io.artrec.log.ChangeLog;
import io.artrec.strategy.ContentBased;
import io.artrec.strategy.Hybrid;
import io.artrec.strategy.Popularity;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * A program that does everything at once with a recommender on a log and a model file, until it is
 * killed. It says on its standard output what it is about to do ({@code ? what}) and what was
 * acknowledged ({@code ! what}). Each visitor belongs to one of its threads, so that what is known
 * of a visitor is never in doubt but for one operation.
 */
public final class KilledProgram {
  /** What it does, and how often among {@link #WEIGHTS}. */
  enum Operation {
    RECORD(50),
    BATCH(10),
    REPEAT(8),
    UNDO(4),
    MERGE(3),
    RECOMMEND(4),
    SHOW(8),
    UPDATE(8),
    FORGET(6),
    OPT_OUT(2),
    SAVE(6),
    REFRESH(4),
    RETRAIN(2),
    COMPACT(4),
    ROTATE(1),
    REOPEN(2);

    final int weight;

    Operation(int weight) {
      this.weight = weight;
    }

    static Operation any(SplittableRandom random) {
      int at = random.nextInt(WEIGHTS);
      int next = 0;
      while (at >= values()[next].weight) {
        at -= values()[next].weight;
        next++;
      }
      return values()[next];
    }
  }

  static final int THREADS = 3;
  static final int VISITORS = 12;

  private static final int WEIGHTS = 122;
  private static final Catalog CATALOG = Fixture.catalog(8, 1);

  private final Path folder;
  private final Supplier<ChangeLog> logs;
  private final long round;
  private final boolean compacts;
  private final Encryption encryption;
  private final PrintStream out = new PrintStream(System.out, false, StandardCharsets.US_ASCII);

  /** Held for reading by whoever uses the recommender. */
  private final ReadWriteLock using = new ReentrantReadWriteLock();

  private Session session;

  private KilledProgram(Supplier<ChangeLog> logs, Encryption encryption, String... args) {
    folder = Path.of(args[0]);
    round = Long.parseLong(args[1]);
    compacts = Boolean.parseBoolean(args[2]);
    this.logs = logs;
    this.encryption = encryption;
    SplittableRandom random = new SplittableRandom(round);
    say("? open");
    session = open(folder, logs, random.nextInt(4) > 0, encryption);
    say("! open");
  }

  /** No encryption, or that of a round. */
  static Encryption encryption(boolean encrypted, long round) {
    return encrypted ? encryption(round) : Encryption.none();
  }

  /** The encryption of a round, under one of three keys. */
  static Encryption encryption(long round) {
    int current = (int) (round % 3);
    KeyRing keys = KeyRing.of("key" + current, key(current));
    for (int other = 0; other < 3; other++) {
      keys = other == current ? keys : keys.withEarlier("key" + other, key(other));
    }
    return Encryption.with(keys);
  }

  private static byte[] key(int which) {
    byte[] key = new byte[32];
    Arrays.fill(key, (byte) (which + 1));
    return key;
  }

  static Path model(Path folder) {
    return folder.resolve("m.artrec");
  }

  static String visitor(int thread, int number) {
    return "vi" + (thread * VISITORS + number) + "x";
  }

  /**
   * A recommender that knows the model file: loaded from it, or made from the log and saved.
   *
   * @param logs opens the log
   * @param fromModel whether to load it when it is there, as a log that was compacted demands
   * @param encryption that of the model file
   */
  static Session open(
      Path folder, Supplier<ChangeLog> logs, boolean fromModel, Encryption encryption) {
    ChangeLog log = logs.get();
    if (Files.exists(model(folder)) && (fromModel || log.compactedTo() > 0)) {
      return new Session(
          Recommender.loader(model(folder)).encryption(encryption).log(log).threads(1).load(),
          log,
          model(folder));
    }
    Session built =
        new Session(
            Recommender.builder()
                .catalog(CATALOG)
                .feature(AttributeFeature.standard())
                .strategy(
                    Hybrid.adaptive()
                        .add("taste", ContentBased.preferred())
                        .add("fame", Popularity.allTime()))
                .encryption(encryption)
                .log(log)
                .threads(1)
                .build(),
            log,
            model(folder));
    built.save();
    return built;
  }

  /** An open recommender, its log and its model file. */
  record Session(Recommender recommender, ChangeLog log, Path model) implements AutoCloseable {
    void save() {
      recommender.save(model);
    }

    void compact() {
      save();
      recommender.compactLog();
    }

    @Override
    public void close() {
      recommender.close();
      log.close();
    }
  }

  /**
   * Runs until the process is killed, with nothing encrypted.
   *
   * @param logs opens the log
   * @param args the folder of the model file, the number of the round, and whether to compact
   */
  public static void run(Supplier<ChangeLog> logs, String... args) {
    run(logs, Encryption.none(), args);
  }

  /**
   * Runs until the process is killed.
   *
   * @param logs opens the log
   * @param encryption that of the model file
   * @param args the folder of the model file, the number of the round, and whether to compact
   */
  public static void run(Supplier<ChangeLog> logs, Encryption encryption, String... args) {
    KilledProgram program = new KilledProgram(logs, encryption, args);
    List<Thread> threads = new ArrayList<>();
    for (int t = 0; t < THREADS; t++) {
      Worker worker = program.new Worker(t);
      threads.add(new Thread(worker::run));
    }
    threads.forEach(
        thread -> {
          thread.setUncaughtExceptionHandler(
              (dead, why) -> {
                why.printStackTrace();
                Runtime.getRuntime().halt(3);
              });
          thread.start();
        });
  }

  /** Ends the program when nobody listens any more. */
  private synchronized void say(String what) {
    out.print(what + " .\n");
    if (out.checkError()) {
      Runtime.getRuntime().halt(4);
    }
  }

  /** Does one thing after another with visitors of its own. */
  private final class Worker {
    private final int thread;
    private final SplittableRandom random;
    private final Map<String, Interaction> latest = new HashMap<>();
    private final List<String> works = new ArrayList<>();
    private int events;

    Worker(int thread) {
      this.thread = thread;
      random = new SplittableRandom(round * THREADS + thread);
    }

    void run() {
      while (true) {
        Operation operation = Operation.any(random);
        if (operation == Operation.REOPEN) {
          reopen();
        } else {
          using.readLock().lock();
          try {
            perform(operation, visitor(thread, random.nextInt(VISITORS)));
          } finally {
            using.readLock().unlock();
          }
        }
      }
    }

    private void perform(Operation operation, String visitor) {
      switch (operation) {
        case RECORD -> record(visitor);
        case BATCH -> batch(visitor);
        case REPEAT -> repeat(visitor);
        case UNDO -> undo(visitor);
        case MERGE -> merge(visitor, visitor(thread, random.nextInt(VISITORS)));
        case UPDATE -> update();
        case RECOMMEND -> session.recommender().recommend(visitor, 5);
        case SHOW -> show(visitor);
        case FORGET -> forget(visitor, session.recommender()::forget);
        case OPT_OUT -> forget(visitor, session.recommender()::optOut);
        case SAVE -> session.save();
        case REFRESH -> session.recommender().refresh();
        case RETRAIN -> session.recommender().retrain();
        case COMPACT -> {
          if (compacts) {
            session.compact();
          }
        }
        case ROTATE -> session.recommender().rotateKeys();
        case REOPEN -> throw new IllegalStateException("needs the recommender for itself");
      }
    }

    private void record(String visitor) {
      Interaction event = another(visitor);
      String what = "record " + visitor + " " + event.eventId().orElseThrow();
      say("? " + what);
      session.recommender().record(event);
      latest.put(visitor, event);
      say("! " + what);
    }

    /** Takes in the next two events of an outside stream. */
    private void batch(String visitor) {
      List<Interaction> two = List.of(another(visitor), another(visitor));
      String source = "stream" + thread;
      long offset = session.recommender().position(source).orElse(0) + two.size();
      String what = "batch " + visitor;
      for (Interaction event : two) {
        what += " " + event.eventId().orElseThrow();
      }
      say("? " + what + " " + source + " " + offset);
      session.recommender().recordAll(two, source, offset);
      if (session.recommender().recordAll(two, source, offset) > 0) {
        throw new IllegalStateException(source + " was taken in twice up to " + offset);
      }
      say("! " + what + " " + source + " " + offset);
    }

    /** Says that an answer was shown, for which an arm was drawn. */
    private void show(String visitor) {
      optIn(visitor);
      Recommendations answer = session.recommender().recommend(visitor, 3);
      String what = "show " + visitor + " " + answer.id();
      for (Interaction impression : answer.impressions()) {
        what += " " + impression.eventId().orElseThrow();
      }
      say("? " + what);
      session.recommender().recordShown(answer);
      say("! " + what);
    }

    private void optIn(String visitor) {
      if (session.recommender().isOptedOut(visitor)) {
        session.recommender().optIn(visitor);
      }
    }

    /** An event that was never before, of a visitor who has not opted out. */
    private Interaction another(String visitor) {
      optIn(visitor);
      String id = "ev" + ((round * THREADS + thread) * 100_000 + events++) + "x";
      String work =
          works.isEmpty() || random.nextBoolean()
              ? CATALOG.get(random.nextInt(CATALOG.size())).id()
              : works.get(random.nextInt(works.size()));
      return Interaction.favorite(visitor, work).withEventId(id).saying("as " + id);
    }

    /** Adds a work, or withdraws one that was added. */
    private void update() {
      if (works.isEmpty() || random.nextBoolean()) {
        String id = "wk" + ((round * THREADS + thread) * 1000 + works.size()) + "x";
        Artwork work = Artwork.builder(id, id).artist("Artist " + random.nextInt(4)).build();
        say("? add " + id);
        session.recommender().update(CatalogChange.add(work));
        works.add(id);
        say("! add " + id);
      } else {
        String id = works.get(random.nextInt(works.size()));
        say("? withdraw " + id);
        session.recommender().update(CatalogChange.withdraw(id));
        say("! withdraw " + id);
      }
    }

    private void repeat(String visitor) {
      Interaction event = latest.get(visitor);
      if (event != null && session.recommender().record(event)) {
        throw new IllegalStateException(event + " was recorded twice");
      }
    }

    private void undo(String visitor) {
      Interaction event = latest.remove(visitor);
      if (event != null) {
        String what = "undo " + visitor + " " + event.eventId().orElseThrow();
        say("? " + what);
        if (!session.recommender().undo(visitor, event.eventId().orElseThrow())) {
          throw new IllegalStateException(event + " was not there");
        }
        say("! " + what);
      }
    }

    private void merge(String from, String to) {
      if (!from.equals(to)) {
        optIn(to);
        say("? merge " + from + " " + to);
        latest.remove(from);
        session.recommender().merge(from, to);
        say("! merge " + from + " " + to);
      }
    }

    private void forget(String visitor, Function<String, ForgetReport> way) {
      say("? forget " + visitor);
      latest.remove(visitor);
      boolean pending = way.apply(visitor).pending();
      if (pending && random.nextBoolean()) {
        session.recommender().awaitForgotten();
        pending = false;
      }
      say((pending ? "! hide " : "! forget ") + visitor);
    }

    private void reopen() {
      using.writeLock().lock();
      try {
        session.close();
        session = open(folder, logs, random.nextBoolean(), encryption);
      } finally {
        using.writeLock().unlock();
      }
    }
  }
}
