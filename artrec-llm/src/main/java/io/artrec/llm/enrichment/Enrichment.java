package io.artrec.llm.enrichment;

import io.artrec.catalog.Artwork;
import io.artrec.catalog.Catalog;
import io.artrec.error.ArtrecException;
import io.artrec.llm.prompt.Origin;
import io.artrec.task.Cancellation;
import io.artrec.task.CancelledException;
import io.artrec.task.Progress;
import io.artrec.task.Workers;
import io.artrec.text.analysis.ArtworkText;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;

/**
 * A job that reads fields which records lack. Each value goes to a journal as it comes, so that a
 * job that was stopped goes on where it was; a work whose record has changed, or a field that is
 * read in another way, is read again. A work that fails is told in the report and tried again by
 * the next run. Values that records have are never replaced. Immutable, refined by chained copies.
 */
public final class Enrichment {
  private static final int MOST_THREADS = 64;

  private final Catalog catalog;
  private List<Enricher> enrichers = List.of();
  private int threads = 1;
  private boolean retried;
  private Progress progress = Progress.silent();
  private Cancellation cancellation = new Cancellation();

  private Enrichment(Catalog catalog) {
    this.catalog = Objects.requireNonNull(catalog, "catalog");
  }

  private Enrichment(Enrichment other) {
    catalog = other.catalog;
    enrichers = other.enrichers;
    threads = other.threads;
    retried = other.retried;
    progress = other.progress;
    cancellation = other.cancellation;
  }

  /**
   * {@return a job without fields yet}
   *
   * @param catalog the works
   */
  public static Enrichment of(Catalog catalog) {
    return new Enrichment(catalog);
  }

  /**
   * {@return this job with one more field}
   *
   * @param enricher reads the field
   * @throws IllegalArgumentException if the field is read already
   */
  public Enrichment field(Enricher enricher) {
    if (enrichers.stream().anyMatch(other -> other.field().equals(enricher.field()))) {
      throw new IllegalArgumentException("field '" + enricher.field() + "' is read twice");
    }
    Enrichment copy = new Enrichment(this);
    List<Enricher> more = new ArrayList<>(enrichers);
    more.add(enricher);
    copy.enrichers = List.copyOf(more);
    return copy;
  }

  /**
   * {@return this job reading several works at the same time; a model is then asked as often at
   * once}
   *
   * @param count 1 to 64
   */
  public Enrichment threads(int count) {
    if (count < 1 || count > MOST_THREADS) {
      throw new IllegalArgumentException("threads is " + count + ", expected 1 to " + MOST_THREADS);
    }
    Enrichment copy = new Enrichment(this);
    copy.threads = count;
    return copy;
  }

  /** {@return this job reading again what the library read in a model's place} */
  public Enrichment retryingFallbacks() {
    Enrichment copy = new Enrichment(this);
    copy.retried = true;
    return copy;
  }

  /**
   * {@return this job telling how far it is, by works}
   *
   * @param listener hears it, on several threads
   */
  public Enrichment progress(Progress listener) {
    Enrichment copy = new Enrichment(this);
    copy.progress = Objects.requireNonNull(listener, "listener");
    return copy;
  }

  /**
   * {@return this job stopping when told to; the work in hand is finished}
   *
   * @param token tells
   */
  public Enrichment cancellation(Cancellation token) {
    Enrichment copy = new Enrichment(this);
    copy.cancellation = Objects.requireNonNull(token, "token");
    return copy;
  }

  /**
   * Reads what the journal does not hold yet.
   *
   * @param journal the file; created, or gone on with. One job at a time writes it
   * @return what was read, in this run and before
   * @throws CancelledException when stopped; the journal keeps what was read
   * @throws ArtrecException if the journal cannot be read or written
   */
  public EnrichmentResult run(Path journal) {
    if (enrichers.isEmpty()) {
      throw new IllegalStateException("no field to read; add one by field(Enricher)");
    }
    try (Journal notes = Journal.open(journal)) {
      List<EnrichedArtwork> works =
          Workers.of(threads)
              .progress(progress)
              .map("enriching", catalog.stream().toList(), work -> enriched(work, notes));
      return new EnrichmentResult(catalog, works);
    } catch (CancelledException e) {
      throw stopped();
    }
  }

  private static CancelledException stopped() {
    return new CancelledException(
        "cancelled while enriching the catalogue; the journal keeps what was read, run again to go"
            + " on");
  }

  private EnrichedArtwork enriched(Artwork artwork, Journal notes) {
    if (cancellation.isCancelled()) {
      throw stopped();
    }
    TreeMap<String, EnrichedValues> found = new TreeMap<>();
    TreeMap<String, String> failed = new TreeMap<>();
    String content = content(artwork);
    for (Enricher enricher : enrichers) {
      String field = enricher.field();
      if (RecordField.isFilled(field, artwork)) {
        continue;
      }
      Journal.Key key = new Journal.Key(artwork.id(), content, field, enricher.version());
      try {
        found.put(
            field,
            notes
                .find(key)
                .filter(old -> !retried || old.origin().kind() != Origin.Kind.FALLBACK)
                .orElseGet(() -> read(enricher, artwork, key, notes)));
      } catch (CancelledException e) {
        throw stopped();
      } catch (ArtrecException | IllegalArgumentException | IllegalStateException e) {
        failed.put(field, String.valueOf(e.getMessage()));
      }
    }
    return new EnrichedArtwork(artwork, found, failed);
  }

  private static EnrichedValues read(
      Enricher enricher, Artwork artwork, Journal.Key key, Journal notes) {
    EnrichedValues values = enricher.enrich(artwork);
    notes.add(key, values);
    return values;
  }

  private static String content(Artwork artwork) {
    try {
      String text = ArtworkText.complete(artwork) + "\n" + artwork.image().orElse("");
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
