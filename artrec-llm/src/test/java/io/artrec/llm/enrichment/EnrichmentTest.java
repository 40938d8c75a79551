package io.artrec.llm.enrichment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.artrec.catalog.Artwork;
import io.artrec.catalog.Catalog;
import io.artrec.catalog.CatalogChange;
import io.artrec.error.ArtrecException;
import io.artrec.llm.chat.PromptId;
import io.artrec.llm.prompt.Origin;
import io.artrec.task.Cancellation;
import io.artrec.task.CancelledException;
import io.artrec.text.subject.SubjectFinder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EnrichmentTest {
  private static final Origin LIBRARY = Origin.library("no model is set");

  @TempDir private Path folder;
  private final AtomicInteger reads = new AtomicInteger();

  private static Catalog catalog(int works) {
    List<Artwork> records = new ArrayList<>();
    for (int i = 0; i < works; i++) {
      records.add(Artwork.builder("w" + i, "Work " + i).build());
    }
    return Catalog.of(records);
  }

  private Enricher counting(String field, String version) {
    return Enricher.of(
        field,
        version,
        work -> {
          reads.incrementAndGet();
          return new EnrichedValues(List.of(field + " of " + work.id()), LIBRARY);
        });
  }

  private Path journal() {
    return folder.resolve("journal.jsonl");
  }

  @Test
  void fieldsThatRecordsLackAreReadAndWritten() {
    Catalog catalog =
        Catalog.of(
            Artwork.builder("a", "A").build(),
            Artwork.builder("b", "B").genre("landscape").attribute("mood", "calm").build());

    EnrichmentResult result =
        Enrichment.of(catalog)
            .field(counting("genre", "1"))
            .field(counting("movement", "1"))
            .field(counting("subject", "1"))
            .field(counting("description", "1"))
            .field(counting("mood", "1"))
            .run(journal());

    Artwork a = result.catalog().get(0);
    assertThat(a.genre()).contains("genre of a");
    assertThat(a.movements()).containsExactly("movement of a");
    assertThat(a.subjects()).containsExactly("subject of a");
    assertThat(a.description()).contains("description of a");
    assertThat(a.attributes()).containsEntry("mood", List.of("mood of a"));
    Artwork b = result.catalog().get(1);
    assertThat(b.genre()).contains("landscape");
    assertThat(b.attributes()).containsEntry("mood", List.of("calm"));
    assertThat(result.values("b", "genre")).isEmpty();
    assertThat(result.values("b", "subject").orElseThrow().values())
        .containsExactly("subject of b");
    assertThat(result.values("c", "subject")).isEmpty();
    assertThat(result.counts()).containsEntry("genre", Map.of(Origin.Kind.LIBRARY, 1));
    assertThat(result.changes()).hasSize(2).allMatch(change -> change instanceof CatalogChange.Put);
  }

  @Test
  void nothingIsReadTwice_untilTheRecordOrTheWayChanges() {
    Enrichment job = Enrichment.of(catalog(10)).field(counting("genre", "1"));
    job.run(journal());
    assertThat(reads).hasValue(10);

    EnrichmentResult again = job.run(journal());
    assertThat(reads).hasValue(10);
    assertThat(again.values("w3", "genre").orElseThrow())
        .isEqualTo(new EnrichedValues(List.of("genre of w3"), LIBRARY));

    List<Artwork> changed = new ArrayList<>(catalog(10).stream().toList());
    changed.set(4, Artwork.builder("w4", "Another title").build());
    Enrichment.of(Catalog.of(changed)).field(counting("genre", "1")).run(journal());
    assertThat(reads).hasValue(11);

    Enrichment.of(catalog(10)).field(counting("genre", "2")).run(journal());
    assertThat(reads).hasValue(21);
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException("interrupted while waiting for the job to be stopped", e);
    }
  }

  @Test
  void stoppedJobGoesOnWhereItWas_onAnyNumberOfThreads() {
    Cancellation stop = new Cancellation();
    CountDownLatch stopped = new CountDownLatch(1);
    Enricher stopping =
        Enricher.of(
            "genre",
            "1",
            work -> {
              int read = reads.incrementAndGet();
              if (read == 20) {
                stop.cancel();
                stopped.countDown();
              } else if (read > 20) {
                await(stopped);
              }
              return new EnrichedValues(List.of("genre of " + work.id()), LIBRARY);
            });
    Enrichment job = Enrichment.of(catalog(100)).field(stopping).threads(3);

    assertThatThrownBy(() -> job.cancellation(stop).run(journal()))
        .isInstanceOf(CancelledException.class)
        .hasMessageContaining("run again to go on");
    int before = reads.get();
    assertThat(before).isBetween(20, 22);

    EnrichmentResult result = job.run(journal());
    assertThat(reads).hasValue(100);
    assertThat(result.changes()).hasSize(100);
    assertThat(result.catalog().get(57).genre()).contains("genre of w57");
  }

  @Test
  void lineThatACrashLeftHalfIsReadAgain() throws IOException {
    Enrichment job = Enrichment.of(catalog(5)).field(counting("genre", "1"));
    job.run(journal());
    byte[] whole = Files.readAllBytes(journal());
    for (int cut = 1; cut < 40; cut += 7) {
      Files.write(journal(), Arrays.copyOf(whole, whole.length - cut));
      reads.set(0);
      job.run(journal());
      assertThat(reads).as("cut by %s", cut).hasValue(1);
      assertThat(Files.readAllBytes(journal())).isEqualTo(whole);
    }
  }

  @Test
  void workThatFailsIsTold_andTriedAgain() {
    AtomicInteger broken = new AtomicInteger(1);
    Enricher failing =
        Enricher.of(
            "genre",
            "1",
            work -> {
              if (work.id().equals("w1") && broken.getAndDecrement() > 0) {
                throw new ArtrecException("its image is no image");
              }
              return new EnrichedValues(List.of("sea"), LIBRARY);
            });
    Enrichment job = Enrichment.of(catalog(3)).field(failing);

    EnrichmentResult result = job.run(journal());
    assertThat(result.failures())
        .containsExactly("genre of work 'w1' was not read: its image is no image");
    assertThat(result)
        .hasToString(
            "3 works\ngenre: 2 read, 2 without a model\n"
                + "genre of work 'w1' was not read: its image is no image");

    assertThat(job.run(journal()).failures()).isEmpty();
  }

  @Test
  void whatTheLibraryReadInsteadOfAModelIsReadAgainWhenAsked() {
    Enricher down =
        Enricher.of(
            "genre",
            "1",
            work -> {
              reads.incrementAndGet();
              return new EnrichedValues(
                  List.of("sea"),
                  new Origin(
                      Origin.Kind.FALLBACK,
                      Optional.of(new PromptId("label", 1)),
                      Optional.of("down")));
            });
    Enrichment job = Enrichment.of(catalog(3)).field(down);
    job.run(journal());
    assertThat(job.run(journal()).values("w0", "genre").orElseThrow().origin())
        .hasToString("from the library instead of the model (prompt label 1): down");
    assertThat(reads).hasValue(3);
    job.retryingFallbacks().run(journal());
    assertThat(reads).hasValue(6);
  }

  @Test
  void subjectsOfTheTreeAreFoundInTitles() {
    Catalog catalog = Catalog.of(Artwork.builder("a", "Ships near the Harbour").build());

    EnrichmentResult result =
        Enrichment.of(catalog)
            .field(Enricher.subjects(SubjectFinder.standard(), Locale.CHINESE))
            .run(journal());

    assertThat(result.catalog().get(0).subjects()).contains("船");
  }

  @Test
  void fileThatIsNoJournalIsRefusedAndKept() throws IOException {
    Files.writeString(journal(), "id,title\n1,Sea\n");
    Enrichment job = Enrichment.of(catalog(1)).field(counting("genre", "1"));

    assertThatThrownBy(() -> job.run(journal()))
        .isInstanceOf(ArtrecException.class)
        .hasMessageEndingWith(
            "is no journal of an enrichment: it holds a line that is none of its entries");
    assertThat(Files.readString(journal())).isEqualTo("id,title\n1,Sea\n");
    for (String other : List.of("[1,2]", "id,title\n1,Sea", "{\"work\":1}\n")) {
      Files.writeString(journal(), other, StandardOpenOption.TRUNCATE_EXISTING);
      assertThatThrownBy(() -> job.run(journal())).isInstanceOf(ArtrecException.class);
      assertThat(Files.readString(journal())).isEqualTo(other);
    }
    Files.writeString(journal(), "{\"work\":1}\n", StandardOpenOption.TRUNCATE_EXISTING);
    assertThatThrownBy(() -> job.run(journal())).isInstanceOf(ArtrecException.class);
  }

  @Test
  void whatCannotBeIsRefused() {
    Enrichment job = Enrichment.of(catalog(1));
    assertThatThrownBy(() -> job.run(journal())).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> job.threads(0)).hasMessage("threads is 0, expected 1 to 64");
    assertThatThrownBy(() -> job.field(counting("x", "1")).field(counting("x", "2")))
        .hasMessage("field 'x' is read twice");
  }
}
