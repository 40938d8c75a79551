package io.artrec.cf;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.HotSpotDiagnosticMXBean;
import io.artrec.Recommender;
import io.artrec.behavior.Interaction;
import io.artrec.behavior.Interactions;
import io.artrec.strategy.Hybrid;
import io.artrec.strategy.Strategy;
import io.artrec.strategy.WeightedHybrid;
import io.artrec.testkit.SyntheticGallery;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A forgotten visitor whom every strategy had learned from, by training and since, is in no file
 * and nowhere in the memory of the process. The visitor's id is made of halves, and not kept.
 */
class ErasureCanaryTest {
  private static final SyntheticGallery GALLERY = SyntheticGallery.of(40, 20, 8, 3);
  private static final StringBuilder ID = new StringBuilder("Qv7canary");

  @TempDir Path folder;
  @TempDir Path heaps;

  private static String id() {
    return ID + "Visitor9Kx";
  }

  private static Interaction event(int work) {
    return Interaction.rating(id(), GALLERY.catalog().get(work).id(), 5)
        .withEventId(id() + work)
        .saying("so says " + id());
  }

  private static Strategy everything() {
    WeightedHybrid all = Hybrid.weighted();
    for (String name : CfStrategies.names()) {
      all = all.add(1, CfStrategies.parse(name));
    }
    return all;
  }

  private Recommender built() {
    Interactions.Builder events = Interactions.builder();
    for (Interaction each : GALLERY.dataset().interactions().stream().toList()) {
      events.add(each);
    }
    for (int work = 0; work < 8; work++) {
      events.add(event(work));
    }
    Recommender recommender =
        Recommender.builder()
            .catalog(GALLERY.catalog())
            .interactions(events.build())
            .strategy(everything())
            .log(folder.resolve("log"))
            .build();
    recommender.record(event(9));
    recommender.refresh();
    recommender.record(event(10));
    recommender.recommend(id(), 5);
    recommender.recommendTop(List.of(id(), "another"), 5);
    recommender.save(folder.resolve("m.artrec"));
    return recommender;
  }

  /** In which files the id is, as characters of one byte or of two. */
  private static List<String> found(Path root) throws IOException {
    byte[] wide = id().getBytes(StandardCharsets.UTF_16LE);
    String inTwo = new String(wide, StandardCharsets.ISO_8859_1);
    List<String> found = new ArrayList<>();
    try (Stream<Path> walk = Files.walk(root)) {
      for (Path file : walk.filter(Files::isRegularFile).toList()) {
        String bytes = Files.readString(file, StandardCharsets.ISO_8859_1);
        if (bytes.contains(id()) || bytes.contains(inTwo)) {
          found.add(file.getFileName().toString());
        }
      }
    }
    return found;
  }

  private void dump(String name) throws IOException {
    ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class)
        .dumpHeap(heaps.resolve(name + ".hprof").toString(), true);
  }

  private static void forget(Recommender recommender) {
    assertThat(recommender.forget(id()).trainedEvents()).isEqualTo(9);
    recommender.awaitForgotten();
  }

  @Test
  void forgottenVisitor_isInNoStrategy_andNoFile() throws IOException {
    try (Recommender recommender = built()) {
      dump("before");
      assertThat(found(folder)).hasSize(2);
      forget(recommender);
      dump("after");
      assertThat(found(folder)).isEmpty();
      assertThat(found(heaps)).containsExactly("before.hprof");
      assertThat(recommender.recommend("another", 5)).hasSize(5);
    }
  }
}
