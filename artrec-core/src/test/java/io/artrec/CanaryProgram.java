package io.artrec;

import com.sun.management.HotSpotDiagnosticMXBean;
import io.artrec.behavior.Interaction;
import io.artrec.catalog.Catalog;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A program that knows a visitor well, forgets them, and dumps its heap. It makes the visitor's
 * texts of two halves, and keeps none of them itself.
 */
final class CanaryProgram {
  /** How the recommender came to be. */
  enum Way {
    BUILT,
    LOADED,
    RELOADED_AFTER_LEARNING,
    FORGOTTEN_WHILE_LEARNING
  }

  /** How the heap is named before and after forgetting. */
  enum Dump {
    BEFORE,
    AFTER
  }

  private static final Catalog CATALOG = Fixture.catalog(8, 1);

  /** What an application keeps beside. */
  private static final class Notes implements PersonalDataHolder {
    private final Map<String, String> words = new ConcurrentHashMap<>();

    void keep(String visitor, String said) {
      words.put(visitor, said);
    }

    @Override
    public String name() {
      return "notes";
    }

    @Override
    public Map<String, Object> export(String visitor) {
      return words.containsKey(visitor) ? Map.of("words", words.get(visitor)) : Map.of();
    }

    @Override
    public int forget(String visitor) {
      return words.remove(visitor) == null ? 0 : 1;
    }
  }

  private final Path folder;
  private final String[] halves;
  private final Notes notes = new Notes();
  private Recommender recommender;

  private CanaryProgram(Path folder, Way way, String[] halves) {
    this.folder = folder;
    this.halves = halves;
    recommender = built();
    if (way == Way.LOADED || way == Way.RELOADED_AFTER_LEARNING) {
      know();
      if (way == Way.RELOADED_AFTER_LEARNING) {
        recommender.retrain();
      }
      save();
      recommender.close();
      recommender = Recommender.loader(link(folder)).log(log(folder)).threads(2).load();
    }
  }

  static Path link(Path folder) {
    return folder.resolve("link.artrec");
  }

  static Path log(Path folder) {
    return folder.resolve("events.log");
  }

  /** Where {@link #link} leads. */
  static Path behindLink(Path folder) {
    return folder.resolve("behind").resolve("m.artrec");
  }

  private String text(int which) {
    return halves[2 * which] + halves[2 * which + 1];
  }

  private Interaction event(String work, int number) {
    return Interaction.favorite(text(0), work)
        .saying("says " + text(1) + number)
        .withEventId(text(2) + number);
  }

  private Recommender built() {
    List<Interaction> events = new ArrayList<>(Fixture.interactions(CATALOG, 6, 5, 2));
    events.add(event("w1-1", 1));
    events.add(event("w1-2", 2));
    events.add(event("no-such-work", 3));
    return Fixture.builder(CATALOG, events).log(log(folder)).threads(2).build();
  }

  private void know() {
    recommender.record(event("w2-1", 4));
    recommender.record(event("w2-2", 5).at(Fixture.CLOCK.instant()));
    recommender.refresh();
    recommender.record(event("w2-3", 6));
    recommender.record(event("w2-3", 6));
    String user = text(0);
    recommender.recommend(user, 5);
    recommender.recommendTop(List.of(user, "u1"), 5);
    recommender.recommendAll(List.of(RecommendationRequest.forUser(user).n(5).build()));
    recommender.recommend(RecommendationRequest.forGroup(user, "u2").n(5).build());
    recommender.explain(user, "w3-1", Locale.ENGLISH);
    recommender.similar("w2-1", 5);
    recommender.history(user);
    recommender.removeHolder(notes);
    recommender.addHolder(notes);
    notes.keep(user, text(1));
    recommender.export(user).plain();
  }

  private void save() {
    recommender.save(link(folder));
    recommender.save(folder.resolve("m.artrec"));
  }

  private void forget(Way way) throws InterruptedException {
    if (way == Way.FORGOTTEN_WHILE_LEARNING) {
      Thread learner = new Thread(this::learn);
      learner.start();
      recommender.forget(text(0));
      recommender.awaitForgotten();
      learner.join();
    }
    recommender.forget(text(0));
    recommender.awaitForgotten();
    require(!recommender.forget(text(0)).pending(), "pending");
    require(recommender.export(text(0)).isEmpty(), "export");
    require(recommender.history(text(0)).isEmpty(), "history");
    require(answers(text(0)).equals(answers("a stranger")), "answers");
    require(!recommender.report().toString().contains(text(0)), "report");
  }

  private void learn() {
    for (int i = 0; i < 20; i++) {
      recommender.retrain();
    }
  }

  private List<String> answers(String user) {
    List<String> answers = new ArrayList<>();
    for (Recommendation each : recommender.recommend(user, 20)) {
      if (!each.explanation().isFallback()) {
        answers.add(each.artwork().id() + " " + each.score() + " " + each.explanation());
      }
    }
    answers.add(recommender.explain(user, "w2-1").toString());
    return answers;
  }

  private static void require(boolean holds, String what) {
    if (!holds) {
      throw new IllegalStateException("not as a stranger's: " + what);
    }
  }

  private static void say(String what) {
    System.out.print(what + "\n");
    System.out.flush();
  }

  private static void dump(String heaps, Dump when) throws IOException {
    ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class)
        .dumpHeap(Path.of(heaps, when + ".hprof").toString(), true);
  }

  /**
   * Arguments: the folder, the way, the halves of the visitor's id, words and event ids, where heap
   * dumps go.
   */
  public static void main(String[] args) throws Exception {
    Path folder = Path.of(args[0]);
    String[] halves = {args[2], args[3], args[4], args[5], args[6], args[7]};
    Way way = Way.valueOf(args[1]);
    CanaryProgram program = new CanaryProgram(folder, way, halves);
    program.know();
    program.save();
    dump(args[8], Dump.BEFORE);
    say("known");
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.US_ASCII));
    in.readLine();
    program.forget(way);
    dump(args[8], Dump.AFTER);
    program.recommender.close();
    say("forgotten");
  }
}
