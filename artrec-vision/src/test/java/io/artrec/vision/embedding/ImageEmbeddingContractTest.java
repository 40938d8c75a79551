package io.artrec.vision.embedding;

import io.artrec.djl.ModelSource;
import io.artrec.djl.image.ImageEncoder;
import io.artrec.djl.image.ImageEncoderOptions;
import io.artrec.feature.ArtworkImages;
import io.artrec.feature.FeatureExtractor;
import io.artrec.testkit.FeatureExtractorContract;
import io.artrec.vision.TestImages;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ImageEmbeddingContractTest extends FeatureExtractorContract {
  private static final ImagePreparation PREPARATION = ImagePreparation.square(8);

  private final ImageEncoder encoder =
      ImageEncoder.open(
          ModelSource.inMemory(Map.of("means.onnx", TinyNetwork.means())),
          ImageEncoderOptions.shaped(PREPARATION.shape()).batchSize(7));

  @AfterAll
  void close() {
    encoder.close();
  }

  @Override
  protected FeatureExtractor extractor() {
    return ImageEmbedding.of(encoder, PREPARATION);
  }

  @Override
  protected ArtworkImages images() {
    return TestImages.noise();
  }
}
