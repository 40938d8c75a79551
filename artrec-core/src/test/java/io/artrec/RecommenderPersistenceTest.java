package io.artrec;

import static io.artrec.Fixture.ids;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.artrec.behavior.Interaction;
import io.artrec.catalog.Catalog;
import io.artrec.filter.Filter;
import io.artrec.filter.Filters;
import io.artrec.log.LogException;
import io.artrec.model.ModelFileException;
import io.artrec.rerank.AttributeCap;
import io.artrec.rerank.Mmr;
import io.artrec.rerank.Rerankers;
import io.artrec.similarity.ScoreRange;
import io.artrec.similarity.Similarities;
import io.artrec.similarity.Similarity;
import io.artrec.strategy.ContentBased;
import io.artrec.strategy.Strategy;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RecommenderPersistenceTest {
  private static final Catalog CATALOG = Fixture.catalog(30, 1);
  private static final List<Interaction> EVENTS = Fixture.interactions(CATALOG, 20, 12, 2);

  @TempDir Path folder;

  private static List<String> lines(Recommender recommender) {
    List<String> lines = new ArrayList<>();
    for (String user : List.of("u0", "u1", "u7", "ada", "nobody")) {
      recommender.recommend(user, 20).forEach(r -> lines.add(RecommenderPropertiesTest.line(r)));
    }
    recommender.similar("w1-1", 10).forEach(r -> lines.add(RecommenderPropertiesTest.line(r)));
    return lines;
  }

  @ParameterizedTest
  @MethodSource("io.artrec.RecommenderPropertiesTest#strategies")
  void loaded_answersAsSaved(Strategy strategy) {
    Path file = folder.resolve("gallery.artrec");
    Recommender saved =
        Fixture.builder(CATALOG, EVENTS)
            .strategy(strategy)
            .rerank(Rerankers.chain(Mmr.lambda(0.7), AttributeCap.perArtist(3)))
            .build();
    saved.record(Interaction.favorite("ada", "w3-3").saying("the moon!").withEventId("e1"));
    saved.save(file);
    Recommender loaded = Recommender.loader(file).clock(Fixture.CLOCK).load();

    assertThat(lines(loaded)).isEqualTo(lines(saved));
    assertThat(loaded.record(Interaction.favorite("ada", "w3-4").withEventId("e1")))
        .as("the event id is known after loading")
        .isFalse();
    Path again = folder.resolve("again.artrec");
    loaded.save(again);
    assertThat(lines(Recommender.loader(again).clock(Fixture.CLOCK).load()))
        .isEqualTo(lines(saved));
  }

  @Test
  void similarityThatOnlyTheStrategyUses_isFoundWhenPassed() {
    Path file = folder.resolve("own.artrec");
    Similarity own =
        new Similarity() {
          @Override
          public String name() {
            return "own";
          }

          @Override
          public ScoreRange range() {
            return ScoreRange.UNIT;
          }

          @Override
          public double compare(float[] a, float[] b) {
            return Similarities.euclidean().compare(a, b);
          }
        };
    Recommender saved = Fixture.builder(CATALOG, EVENTS).strategy(ContentBased.using(own)).build();
    saved.save(file);

    assertThat(lines(Recommender.loader(file).clock(Fixture.CLOCK).similarities(own).load()))
        .isEqualTo(lines(saved));
    assertThatThrownBy(() -> Recommender.loader(file).load())
        .isInstanceOf(ModelFileException.class)
        .hasMessageContaining("similarity 'own', which is not built in; pass it when loading");
  }

  @Test
  void damagedForeignAndMissingFiles_areRefusedByName() throws IOException {
    Path file = folder.resolve("m.artrec");
    Fixture.builder(CATALOG, EVENTS).build().save(file);
    byte[] bytes = Files.readAllBytes(file);
    for (int at : new int[] {12, 400, bytes.length / 2, bytes.length - 1}) {
      byte[] damaged = bytes.clone();
      damaged[at] ^= 1;
      Files.write(file, damaged);
      assertThatThrownBy(() -> Recommender.load(file))
          .isInstanceOf(ModelFileException.class)
          .hasMessageContaining("m.artrec")
          .hasMessageContaining("SHA-256 does not match");
    }
    for (int length : new int[] {0, 5, 13, 100, bytes.length - 1}) {
      Files.write(file, Arrays.copyOf(bytes, length));
      assertThatThrownBy(() -> Recommender.load(file)).isInstanceOf(ModelFileException.class);
    }
    byte[] newer = bytes.clone();
    newer[11] = 9;
    Files.write(file, newer);
    assertThatThrownBy(() -> Recommender.load(file))
        .hasMessageContaining("has format 9, this version of artrec reads format 2, encrypted 3");
    Files.writeString(file, "PK\u0003\u0004 not a model");
    assertThatThrownBy(() -> Recommender.load(file))
        .hasMessageContaining("is not an artrec model file");
    assertThatThrownBy(() -> Recommender.load(folder.resolve("none")))
        .hasMessageContaining("no such file");
    assertThatThrownBy(() -> Recommender.load(folder)).hasMessageContaining("it is a folder");
    Files.write(file, new byte[0]);
    assertThatThrownBy(() -> Recommender.load(file)).hasMessageContaining("it is empty");
    assertThatThrownBy(() -> Fixture.builder(CATALOG, EVENTS).build().save(folder.resolve("no/x")))
        .hasMessageContaining("its folder does not exist");
  }

  @Test
  void standingFilter_mustBePassedAgain() {
    Path file = folder.resolve("m.artrec");
    Filter available = Filters.available();
    Fixture.builder(CATALOG, EVENTS).filter(available).build().save(file);
    assertThatThrownBy(() -> Recommender.load(file))
        .isInstanceOf(ModelFileException.class)
        .hasMessageContaining("Recommender.loader(path).filter(...)");
    assertThat(Recommender.loader(file).filter(available).load().recommend("u1", 3)).hasSize(3);
  }

  @Test
  void log_bringsEventsBackOnceOnly() {
    Path log = folder.resolve("events.log");
    Path model = folder.resolve("m.artrec");
    try (Recommender first = Fixture.builder(CATALOG, EVENTS).log(log).build()) {
      first.record(Interaction.favorite("ada", "w2-1").saying("für mich \"schön\"\n"));
      first.save(model);
      first.record(Interaction.favorite("ada", "w2-2"));
      assertThatThrownBy(() -> Fixture.builder(CATALOG, EVENTS).log(log).build())
          .isInstanceOf(LogException.class)
          .hasMessageContaining("is open elsewhere");
    }
    try (Recommender rebuilt = Fixture.builder(CATALOG, EVENTS).log(log).build(); ) {
      assertThat(ids(rebuilt.recommend("ada", 120))).doesNotContain("w2-1", "w2-2").hasSize(118);
      rebuilt.retrain();
      assertThat(rebuilt.dataset().history(rebuilt.dataset().userIndex("ada").orElseThrow()).size())
          .isEqualTo(2);
    }
    try (Recommender loaded = Recommender.loader(model).log(log).load()) {
      loaded.retrain();
      assertThat(loaded.dataset().history(loaded.dataset().userIndex("ada").orElseThrow()).size())
          .as("the event that the model holds is not replayed a second time")
          .isEqualTo(2);
    }
  }

  @Test
  void unfinishedEndOfTheLog_isRemoved_butDamageInsideIsRefused() throws IOException {
    Path log = folder.resolve("events.log");
    try (Recommender first = Fixture.builder(CATALOG, EVENTS).log(log).build()) {
      first.record(Interaction.favorite("ada", "w2-1"));
      first.record(Interaction.favorite("ada", "w2-2"));
    }
    Path segment = log.resolve("00000000000000000001.log");
    byte[] whole = Files.readAllBytes(segment);
    Files.writeString(segment, "an unfinished end", StandardOpenOption.APPEND);
    try (Recommender again = Fixture.builder(CATALOG, EVENTS).log(log).build()) {
      assertThat(ids(again.recommend("ada", 120))).hasSize(118);
    }
    assertThat(Files.readAllBytes(segment)).isEqualTo(whole);
    whole[whole.length / 2] ^= 4;
    Files.write(segment, whole);
    assertThatThrownBy(() -> Fixture.builder(CATALOG, EVENTS).log(log).build())
        .isInstanceOf(LogException.class)
        .hasMessageContaining("is damaged at byte");
  }

  /** All that is in a log's files, but for its lock, which reading it would give up. */
  private static String text(Path folder) throws IOException {
    StringBuilder text = new StringBuilder();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(path -> path.toString().endsWith(".log")).toList()) {
        text.append(Files.readString(file, StandardCharsets.ISO_8859_1));
      }
    }
    return text.toString();
  }

  @Test
  void forgottenVisitor_leavesNoTrace() throws IOException {
    Path log = folder.resolve("events.log");
    Path model = folder.resolve("m.artrec");
    List<Interaction> events = new ArrayList<>(EVENTS);
    events.add(Interaction.favorite("secret-visitor", "w1-1").withEventId("secret-event"));
    Recommender without = Fixture.builder(CATALOG, EVENTS).build();
    try (Recommender recommender = Fixture.builder(CATALOG, events).log(log).build()) {
      recommender.record(Interaction.favorite("secret-visitor", "w1-2").saying("secret words"));
      recommender.record(Interaction.favorite("ada", "w1-2"));
      recommender.save(model);
      assertThat(text(log)).contains("secret-visitor");
      assertThat(Files.readString(model, StandardCharsets.ISO_8859_1)).contains("secret-visitor");

      ForgetReport report = recommender.forget("secret-visitor");

      assertThat(report.trainedEvents()).isEqualTo(1);
      assertThat(report.liveEvents()).isEqualTo(1);
      assertThat(report.loggedEvents()).isEqualTo(1);
      assertThat(report.pending()).isFalse();
      assertThat(text(log)).doesNotContain("secret");
      assertThat(Files.readString(model, StandardCharsets.ISO_8859_1)).doesNotContain("secret");
      assertThat(folder).isDirectoryNotContaining(path -> path.toString().endsWith(".part"));
      assertThat(log).isDirectoryNotContaining(path -> path.toString().endsWith(".part"));
      assertThat(recommender.dataset().userIndex("secret-visitor")).isEmpty();
      assertThat(recommender.dataset().interactions().stream())
          .noneMatch(e -> e.user().equals("secret-visitor"));
      without.record(Interaction.favorite("ada", "w1-2"));
      assertThat(lines(recommender)).isEqualTo(lines(without));
      recommender.record(Interaction.favorite("ada", "w1-3"));
      assertThat(recommender.forget("never-seen")).satisfies(Fixture.erased(0, 0, 0, false));
    }
    try (Recommender again = Fixture.builder(CATALOG, EVENTS).log(log).build()) {
      assertThat(ids(again.recommend("ada", 120))).hasSize(118);
    }
  }
}
