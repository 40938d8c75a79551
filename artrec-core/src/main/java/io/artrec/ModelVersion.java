package io.artrec;

import io.artrec.catalog.Artwork;
import io.artrec.catalog.ArtworkJson;
import io.artrec.catalog.Catalog;
import io.artrec.feature.FeatureStore;
import io.artrec.filter.Filter;
import io.artrec.rerank.Reranker;
import io.artrec.strategy.TrainingContext;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Names what answers: a digest of how it was built, and of each change since, one upon the other.
 * The same steps at the same times give the same name.
 */
final class ModelVersion {
  private static final int BYTES = 8;

  private final MessageDigest digest;

  private ModelVersion(String before) {
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
    add(before);
  }

  private ModelVersion add(Object part) {
    digest.update(part.toString().getBytes(StandardCharsets.UTF_8));
    digest.update((byte) 0);
    return this;
  }

  private String text() {
    return HexFormat.of().formatHex(digest.digest(), 0, BYTES);
  }

  /** Of something just built. */
  static String built(Settings settings, TrainingContext context) {
    ModelVersion version =
        new ModelVersion("built")
            .add(settings.strategy())
            .add(settings.rules().filter().map(Filter::description))
            .add(settings.rules().reranker().map(Reranker::configuration))
            .add(settings.rules().candidates())
            .add(settings.seed())
            .add(context.nowMillis())
            .add(context.dataset().interactions().size());
    context.catalog().forEach(work -> version.add(work.id()));
    for (FeatureStore.Entry entry : context.features().entries()) {
      version.add(entry.spec().name()).add(entry.spec().version()).add(entry.spec().parameters());
    }
    return version.text();
  }

  /** Of a file that does not say. */
  static String ofFile(String provenance) {
    return new ModelVersion("file").add(provenance).text();
  }

  /** After learning or unlearning. */
  static String learned(String before, String how, TrainingContext context) {
    return new ModelVersion(before)
        .add(how)
        .add(context.nowMillis())
        .add(context.dataset().interactions().size())
        .text();
  }

  /** Over a catalogue that has changed. */
  @SuppressWarnings("ReferenceEquality") // works that stay are the same objects, and many
  static String over(String before, Catalog earlier, Catalog later) {
    ModelVersion version = new ModelVersion(before).add(later.withdrawn());
    for (int index = 0; index < later.size(); index++) {
      Artwork work = later.get(index);
      if (index >= earlier.size() || work != earlier.get(index)) {
        version.add(ArtworkJson.toJson(work));
      }
    }
    return version.text();
  }
}
