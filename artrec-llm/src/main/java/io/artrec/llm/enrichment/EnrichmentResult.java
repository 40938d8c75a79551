package io.artrec.llm.enrichment;

import io.artrec.catalog.Artwork;
import io.artrec.catalog.Catalog;
import io.artrec.catalog.CatalogChange;
import io.artrec.llm.prompt.Origin;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a job read. Immutable; {@code toString} is a report.
 *
 * <p>{@code recommender.update(result.changes())} lets a recommender answer by it.
 */
public final class EnrichmentResult {
  private static final int MOST_FAILURES = 5;

  private final Catalog catalog;
  private final List<EnrichedArtwork> works;

  EnrichmentResult(Catalog catalog, List<EnrichedArtwork> works) {
    this.catalog = catalog;
    this.works = List.copyOf(works);
  }

  /**
   * Returns what was read of a work's field.
   *
   * @param work the work's id
   * @param field the field
   * @return the values and who read them; empty if the record has the field, it failed, or there is
   *     no such work
   */
  public Optional<EnrichedValues> values(String work, String field) {
    return catalog.indexOf(work).isPresent()
        ? Optional.ofNullable(works.get(catalog.requireIndex(work)).found().get(field))
        : Optional.empty();
  }

  /**
   * Returns the works whose records gain something.
   *
   * @return one change for each
   */
  public List<CatalogChange> changes() {
    List<CatalogChange> changes = new ArrayList<>();
    for (EnrichedArtwork work : works) {
      Artwork.Builder record = work.artwork().toBuilder();
      boolean changed = false;
      for (Map.Entry<String, EnrichedValues> field : work.found().entrySet()) {
        if (!field.getValue().values().isEmpty()) {
          RecordField.write(field.getKey(), field.getValue().values(), record);
          changed = true;
        }
      }
      if (changed) {
        changes.add(CatalogChange.put(record.build()));
      }
    }
    return changes;
  }

  /** {@return the catalogue with what was read, works in their order} */
  public Catalog catalog() {
    return catalog.after(changes());
  }

  /**
   * Counts the values by field and who read them.
   *
   * @return for each field, the works of which a value was read, by who read it
   */
  public Map<String, Map<Origin.Kind, Integer>> counts() {
    Map<String, Map<Origin.Kind, Integer>> counts = new TreeMap<>();
    for (EnrichedArtwork work : works) {
      work.found()
          .forEach(
              (field, values) -> {
                Map<Origin.Kind, Integer> kinds =
                    counts.computeIfAbsent(field, name -> new TreeMap<>());
                if (!values.values().isEmpty()) {
                  kinds.merge(values.origin().kind(), 1, Integer::sum);
                }
              });
    }
    return counts;
  }

  /**
   * Returns what failed, to be tried again by the next run.
   *
   * @return a sentence for each work and field
   */
  public List<String> failures() {
    List<String> failures = new ArrayList<>();
    for (EnrichedArtwork work : works) {
      work.failed()
          .forEach(
              (field, message) ->
                  failures.add(
                      field + " of work '" + work.artwork().id() + "' was not read: " + message));
    }
    return failures;
  }

  @Override
  public String toString() {
    StringBuilder report = new StringBuilder(works.size() + " works");
    counts()
        .forEach(
            (field, kinds) -> {
              int found = kinds.values().stream().mapToInt(Integer::intValue).sum();
              report.append("\n").append(field).append(": ").append(found).append(" read");
              kinds.forEach(
                  (kind, count) ->
                      report
                          .append(", ")
                          .append(count)
                          .append(
                              switch (kind) {
                                case MODEL -> " by the model";
                                case CACHE -> " from the cache";
                                case LIBRARY -> " without a model";
                                case FALLBACK -> " without the model, which gave nothing that fits";
                              }));
            });
    List<String> failures = failures();
    failures.stream().limit(MOST_FAILURES).forEach(line -> report.append("\n").append(line));
    if (failures.size() > MOST_FAILURES) {
      report.append("\nand ").append(failures.size() - MOST_FAILURES).append(" more");
    }
    return report.toString();
  }
}
