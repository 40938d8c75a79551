package io.artrec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.artrec.behavior.Interaction;
import io.artrec.catalog.Catalog;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What receipts say, when, and what holders that fail do to them. */
class ForgetReportTest {
  private static final Catalog CATALOG = Fixture.catalog(10, 1);
  private static final List<Interaction> EVENTS = Fixture.interactions(CATALOG, 8, 6, 2);

  @TempDir Path folder;

  /** Keeps words about visitors; fails while it is told to. */
  private static final class Words implements PersonalDataHolder {
    private final String name;
    private final Map<String, Object> words = new ConcurrentHashMap<>();
    private boolean failing;
    private int asked;

    Words(String name) {
      this.name = name;
      words.put("u1", "likes waves");
    }

    @Override
    public String name() {
      return name;
    }

    @Override
    public Map<String, Object> export(String visitor) {
      if (failing) {
        throw new IllegalStateException("down");
      }
      return words.containsKey(visitor) ? Map.of("words", words.get(visitor)) : Map.of();
    }

    @Override
    public int forget(String visitor) {
      asked++;
      if (failing) {
        throw new IllegalStateException("down");
      }
      return words.remove(visitor) == null ? 0 : 1;
    }
  }

  private static List<String> lines(ForgetReport report) {
    return report.places().stream().map(ErasedPlace::toString).toList();
  }

  @Test
  void everyPlaceIsPendingUntilItIsClean() {
    Queue<Runnable> background = new ArrayDeque<>();
    Path model = folder.resolve("m.artrec").toAbsolutePath();
    Path late = folder.resolve("late.artrec").toAbsolutePath();
    try (Recommender recommender =
        Recommender.builder()
            .catalog(CATALOG)
            .interactions(EVENTS)
            .clock(Fixture.CLOCK)
            .log(folder.resolve("log"))
            .background(background::add)
            .build()) {
      recommender.record(Interaction.view("u1", "w2-1"));
      recommender.save(model);
      recommender.addHolder(new Words("words"));
      ForgetReport report = recommender.forget("u1");
      assertThat(lines(report))
          .containsExactly(
              "memory: clean since 2026-01-01T00:00:00Z, 1 erased",
              "training: pending, 6 to erase",
              "model file '" + model + "': pending",
              "holder 'words': clean since 2026-01-01T00:00:00Z, 1 erased",
              "log: clean since 2026-01-01T00:00:00Z, 1 erased");
      assertThat(report.pending()).isTrue();
      assertThat(report.finished()).isEmpty();
      assertThat(recommender.forget("u1").pending()).as("asked again meanwhile").isTrue();
      recommender.save(late);
      background.forEach(Runnable::run);
      assertThat(lines(report))
          .containsExactly(
              "memory: clean since 2026-01-01T00:00:00Z, 1 erased",
              "training: clean since 2026-01-01T00:00:00Z, 6 erased",
              "model file '" + model + "': clean since 2026-01-01T00:00:00Z",
              "holder 'words': clean since 2026-01-01T00:00:00Z, 1 erased",
              "log: clean since 2026-01-01T00:00:00Z, 1 erased",
              "model file '" + late + "': clean since 2026-01-01T00:00:00Z");
      assertThat(report.pending()).isFalse();
      assertThat(report.finished()).hasValue(Fixture.CLOCK.instant());
      assertThat(report.toString() + report.plain()).doesNotContain("u1");
      assertThat(report.plain())
          .containsEntry("pending", false)
          .containsEntry("finished", "2026-01-01T00:00:00Z");
    }
  }

  @Test
  void trainingThatLeavesTheVisitorOut_cleansTheirReceipt() {
    Queue<Runnable> background = new ArrayDeque<>();
    Recommender recommender = Fixture.builder(CATALOG, EVENTS).build();
    Recommender other =
        Recommender.builder()
            .catalog(CATALOG)
            .interactions(EVENTS)
            .background(background::add)
            .build();
    ForgetReport report = other.forget("u1");
    assertThat(report.pending()).isTrue();
    other.retrain();
    assertThat(report.pending()).as("no file has to follow").isFalse();
    assertThat(recommender.forget("nobody").places())
        .allMatch(place -> place.state() == ErasedPlace.State.CLEAN && place.erased() == 0);
  }

  @Test
  void fileThatCannotBeWritten_isNamed_andOthersFollow() throws Exception {
    Path good = folder.resolve("good.artrec");
    Path bad = Files.createDirectory(folder.resolve("sub")).resolve("bad.artrec");
    Queue<Runnable> background = new ArrayDeque<>();
    Recommender recommender =
        Recommender.builder()
            .catalog(CATALOG)
            .interactions(EVENTS)
            .background(background::add)
            .build();
    recommender.record(Interaction.view("secret-visitor", "w1-1"));
    recommender.save(bad);
    recommender.save(good);
    Files.delete(bad);
    Files.createDirectory(bad);
    Files.createFile(bad.resolve("stands in the way"));
    ForgetReport report = recommender.forget("secret-visitor");
    assertThatThrownBy(recommender::awaitForgotten).hasMessageContaining("bad.artrec");
    assertThat(report.places())
        .filteredOn(place -> place.name().endsWith("bad.artrec"))
        .singleElement()
        .satisfies(
            place -> {
              assertThat(place.state()).isEqualTo(ErasedPlace.State.FAILED);
              assertThat(place.failure().orElseThrow()).contains("bad.artrec");
            });
    assertThat(Fixture.holds(good, "secret-visitor")).isFalse();
    assertThat(report.pending()).isTrue();
    Files.delete(bad.resolve("stands in the way"));
    Files.delete(bad);
    recommender.awaitForgotten();
    assertThat(report.pending()).isFalse();
  }

  @Test
  void holderThatFails_stopsNobody_andIsAskedAgain() {
    Recommender recommender = Fixture.builder(CATALOG, EVENTS).build();
    Words first = new Words("first");
    Words second = new Words("second");
    first.failing = true;
    recommender.addHolder(first);
    recommender.addHolder(second);
    ForgetReport report = recommender.forget("u1");
    assertThat(second.words).isEmpty();
    assertThat(lines(report))
        .contains(
            "holder 'first': failed at 2026-01-01T00:00:00Z, down",
            "holder 'second': clean since 2026-01-01T00:00:00Z, 1 erased");
    assertThat(report.pending()).isTrue();
    assertThatThrownBy(recommender::awaitForgotten)
        .isInstanceOf(ForgettingException.class)
        .hasMessage(
            "holder 'first' could not forget a visitor: down; call awaitForgotten again once it"
                + " can");
    assertThat(report.pending()).isTrue();
    first.failing = false;
    recommender.awaitForgotten();
    assertThat(first.words).isEmpty();
    assertThat(lines(report))
        .contains("holder 'first': clean since 2026-01-01T00:00:00Z, 1 erased");
    assertThat(report.pending()).isFalse();
    recommender.awaitForgotten();
    assertThat(first.asked).as("not asked for what is done").isEqualTo(3);
  }

  @Test
  void holders_hearOfOptingOutAndMerging_andNotOfOthers() {
    Recommender recommender = Fixture.builder(CATALOG, EVENTS).build();
    Words words = new Words("words");
    words.words.putAll(new HashMap<>(Map.of("cookie", "x", "out", "y", "stays", "z")));
    recommender.addHolder(words);
    recommender.record(Interaction.view("cookie", "w1-1"));
    recommender.merge("cookie", "ada");
    recommender.optOut("out");
    recommender.forgetBefore(Fixture.CLOCK.instant());
    assertThat(words.words).containsOnlyKeys("u1", "stays");
    assertThatThrownBy(() -> recommender.addHolder(new Words("words")))
        .hasMessage("a holder of personal data named 'words' is there already");
    recommender.removeHolder(words);
    recommender.forget("u1");
    assertThat(words.words).containsOnlyKeys("u1", "stays");
  }

  @Test
  void holderThatCannotSay_isNamedInTheExport() {
    Recommender recommender = Fixture.builder(CATALOG, EVENTS).build();
    Words words = new Words("words");
    recommender.addHolder(words);
    assertThat(recommender.export("u1").others())
        .isEqualTo(Map.of("words", Map.of("words", "likes waves")));
    words.failing = true;
    PersonalData data = recommender.export("nobody");
    assertThat(data.failures()).isEqualTo(Map.of("words", "down"));
    assertThat(data.isEmpty()).isFalse();
  }

  @Test
  void manyErasures_areAllFinalAfterwards() {
    for (int seed = 0; seed < 3; seed++) {
      Queue<Runnable> background = new ArrayDeque<>();
      Recommender recommender =
          Recommender.builder()
              .catalog(CATALOG)
              .interactions(EVENTS)
              .background(background::add)
              .build();
      recommender.save(folder.resolve("m" + seed + ".artrec"));
      List<ForgetReport> reports = new ArrayList<>();
      for (int user = 0; user < 8; user++) {
        recommender.record(Interaction.view("u" + user, "w0-" + user));
        reports.add(recommender.forget("u" + user));
        if (user == 2 + seed) {
          recommender.retrain();
        }
        if (user == 4 + seed) {
          background.forEach(Runnable::run);
          background.clear();
          assertThat(reports).as("seed %s", seed).noneMatch(ForgetReport::pending);
        }
      }
      recommender.awaitForgotten();
      assertThat(reports).as("seed %s", seed).noneMatch(ForgetReport::pending);
    }
  }
}
