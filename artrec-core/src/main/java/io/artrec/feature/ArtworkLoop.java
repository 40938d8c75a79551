package io.artrec.feature;

import io.artrec.catalog.Catalog;
import io.artrec.task.Workers;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Takes every artwork through every extractor, some artworks per thread at a time. */
final class ArtworkLoop {

  private final Catalog catalog;
  private final ArtworkImages images;
  private final List<ExtractorRun> runs;
  private final Optional<ImageIndex> index;
  private final Workers workers;
  private final int chunk;

  ArtworkLoop(
      Catalog catalog,
      ArtworkImages images,
      List<ExtractorRun> runs,
      Optional<ImageIndex> index,
      Workers workers) {
    this.catalog = catalog;
    this.images = images;
    this.runs = runs;
    this.index = index;
    this.workers = workers;
    int batch = runs.stream().mapToInt(ExtractorRun::batchSize).max().orElse(1);
    int threads = workers.threads();
    chunk = Math.max(1, Math.min(batch, (catalog.size() + threads - 1) / threads));
  }

  void run() {
    try {
      workers.run("extracting features", catalog.size(), chunk, this::process);
    } catch (Error e) {
      throw new ExtractionException("extracting features failed: " + e, e);
    }
  }

  /**
   * Takes some artworks through: what is encoded alone, artwork by artwork, so that no two decoded
   * images are held; then what is encoded together.
   */
  private void process(int from, int to) {
    List<List<ExtractorRun.Waiting>> together = new ArrayList<>();
    runs.forEach(run -> together.add(new ArrayList<>()));
    for (int position = from; position < to; position++) {
      ArtworkInput input = new ArtworkInput(catalog.get(position), images);
      SourceHashes hashes = new SourceHashes(input, index);
      for (int r = 0; r < runs.size(); r++) {
        workers.cancellation().check("extracting features");
        ExtractorRun run = runs.get(r);
        boolean alone = run.batchSize() == 1;
        ArtworkInput given =
            alone || run.readsImages() ? input : new ArtworkInput(input.artwork(), images);
        Optional<ExtractorRun.Waiting> waiting = run.find(position, given, hashes);
        if (alone) {
          waiting.ifPresent(run::encode);
        } else {
          waiting.flatMap(run::reduced).ifPresent(together.get(r)::add);
        }
      }
    }
    for (int r = 0; r < runs.size(); r++) {
      if (!together.get(r).isEmpty()) {
        workers.cancellation().check("extracting features");
        runs.get(r).encodeAll(together.get(r));
      }
    }
  }
}
