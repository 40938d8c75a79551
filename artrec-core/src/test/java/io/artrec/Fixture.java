package io.artrec;

import static org.assertj.core.api.Assertions.assertThat;

import io.artrec.behavior.Interaction;
import io.artrec.catalog.Artwork;
import io.artrec.catalog.Catalog;
import io.artrec.catalog.YearRange;
import io.artrec.feature.AttributeFeature;
import io.artrec.feature.PeriodFeature;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * A gallery with planted tastes: four schools of works, one work in eight undated, and visitors who
 * each like one school.
 */
final class Fixture {
  static final Clock CLOCK = Clock.fixed(Instant.parse("2026-01-01T00:00:00Z"), ZoneOffset.UTC);
  static final String[] SCHOOLS = {"Ukiyo-e", "Baroque", "Cubism", "Romanticism"};

  private static final String[][] SUBJECTS = {
    {"sea", "mountain", "bridge", "rain"},
    {"saint", "king", "feast", "candle"},
    {"guitar", "bottle", "table", "newspaper"},
    {"storm", "ruin", "forest", "moon"}
  };

  private Fixture() {}

  static Catalog catalog(int perSchool, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<Artwork> works = new ArrayList<>();
    for (int i = 0; i < perSchool; i++) {
      for (int s = 0; s < SCHOOLS.length; s++) {
        int year = 1600 + 100 * s + random.nextInt(60);
        Artwork.Builder work =
            Artwork.builder("w" + s + "-" + i, SCHOOLS[s] + " no. " + i)
                .artist("Artist " + s + random.nextInt(3))
                .movement(SCHOOLS[s])
                .subject(SUBJECTS[s][random.nextInt(4)])
                .subject(SUBJECTS[s][random.nextInt(4)]);
        works.add(i % 8 == 7 ? work.build() : work.created(YearRange.of(year)).build());
      }
    }
    return Catalog.of(works);
  }

  /** Visitor {@code u<k>} likes school {@code k % 4} and now and then something else. */
  static List<Interaction> interactions(Catalog catalog, int users, int each, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<Interaction> events = new ArrayList<>();
    for (int user = 0; user < users; user++) {
      for (int e = 0; e < each; e++) {
        int school = random.nextInt(10) < 8 ? user % 4 : random.nextInt(4);
        int work = random.nextInt(catalog.size() / 4) * 4 + school;
        events.add(
            Interaction.favorite("u" + user, catalog.get(work).id())
                .at(CLOCK.instant().minus(Duration.ofHours(random.nextInt(1, 5000)))));
      }
    }
    return events;
  }

  /** Of a recommender whose erasures are done when their methods return. */
  static RecommenderBuilder builder(Catalog catalog, List<Interaction> events) {
    return Recommender.builder()
        .catalog(catalog)
        .interactions(events)
        .feature(AttributeFeature.standard())
        .feature(0.5, PeriodFeature.standard())
        .clock(CLOCK)
        .background(Runnable::run);
  }

  /** Holds for a receipt of so many events, by where they were. */
  static Consumer<ForgetReport> erased(int trained, int live, int logged, boolean pending) {
    return report -> {
      assertThat(report.trainedEvents()).as("trained").isEqualTo(trained);
      assertThat(report.liveEvents()).as("live").isEqualTo(live);
      assertThat(report.loggedEvents()).as("logged").isEqualTo(logged);
      assertThat(report.pending()).as("pending").isEqualTo(pending);
    };
  }

  static List<String> ids(List<Recommendation> answer) {
    return answer.stream().map(r -> r.artwork().id()).toList();
  }

  /** Whether a file, or any in a folder, holds a text. */
  static boolean holds(Path file, String text) throws IOException {
    try (Stream<Path> all = Files.walk(file)) {
      for (Path each : all.filter(Files::isRegularFile).toList()) {
        if (Files.readString(each, StandardCharsets.ISO_8859_1).contains(text)) {
          return true;
        }
      }
      return false;
    }
  }
}
