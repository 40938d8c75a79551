package io.artrec.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.artrec.model.ModelFile;
import io.artrec.model.ModelFileException;
import io.artrec.model.StateReader;
import io.artrec.similarity.ScoreRange;
import io.artrec.similarity.Similarities;
import io.artrec.similarity.Similarity;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StrategyReadersTest {
  private static final StrategyReader FIXED =
      new StrategyReader() {
        @Override
        public String strategy() {
          return "fixed";
        }

        @Override
        public Scorer read(StateReader in, TrainingContext context, StrategyReaders readers) {
          return new FixedScores("fixed", in.getDoubles("values")).train(context);
        }
      };

  /** One over one plus the greatest difference: not one of artrec's own. */
  private static final Similarity GREATEST =
      new Similarity() {
        @Override
        public String name() {
          return "greatest-difference";
        }

        @Override
        public ScoreRange range() {
          return ScoreRange.UNIT;
        }

        @Override
        public double compare(float[] a, float[] b) {
          double greatest = 0;
          for (int d = 0; d < a.length; d++) {
            greatest = Math.max(greatest, Math.abs((double) a[d] - b[d]));
          }
          return 1 / (1 + greatest);
        }
      };

  @TempDir private Path folder;

  private Scorer reread(Scorer scorer, TrainingContext context, StrategyReaders readers) {
    Path file = folder.resolve("model");
    ModelFile.write(file, out -> StrategyReaders.write(scorer, out));
    return ModelFile.read(file, in -> readers.read(in, context));
  }

  private static TrainingContext lines(Similarity similarity) {
    return Gallery.context(
        Gallery.feature(
            "line",
            "size",
            1,
            similarity,
            new float[] {0, 1},
            new float[] {1, 3},
            new float[] {5, 4}));
  }

  @Test
  void blendWithinABlend_isReadWithTheReadersPassed() {
    Strategy blend =
        Hybrid.weighted()
            .scale(ScoreScale.RANK)
            .add(2, Hybrid.cascade(new FixedScores("fixed", 1, 2, 3)).bands(7))
            .add(1, new FixedScores("fixed", 3, 1, 2));
    TrainingContext context = Gallery.context(3);
    Scorer saved = blend.train(context);
    Scorer loaded = reread(saved, context, StrategyReaders.coreAnd(List.of(FIXED)));
    assertThat(Gallery.scores(loaded, Gallery.visitor(), 3))
        .isEqualTo(Gallery.scores(saved, Gallery.visitor(), 3));
    assertThat(loaded.strategy()).hasToString(blend.toString());
  }

  @Test
  void missingReader_isNamedWithTheFix() {
    TrainingContext context = Gallery.context(1);
    Scorer saved = new FixedScores("fixed", 1).train(context);
    assertThatExceptionOfType(ModelFileException.class)
        .isThrownBy(() -> reread(saved, context, StrategyReaders.coreAnd(List.of())))
        .withMessageContaining("the model uses strategy 'fixed', for which no reader is known")
        .withMessageContaining("content-based")
        .withMessageContaining("Recommender.loader(path).strategies(...)");
  }

  @Test
  void similarityOfTheStrategyAlone_isFoundByTheLookup() {
    TrainingContext context = lines(Similarities.cosine());
    Scorer saved = ContentBased.using(GREATEST).train(context);
    StrategyReaders core = StrategyReaders.coreAnd(List.of());
    Scorer loaded = reread(saved, context, core.withSimilarities(name -> GREATEST));
    assertThat(Gallery.scores(loaded, Gallery.visitor(0, 1), 3))
        .isEqualTo(Gallery.scores(saved, Gallery.visitor(0, 1), 3));
    assertThatExceptionOfType(ModelFileException.class)
        .isThrownBy(() -> reread(saved, context, core))
        .withMessageContaining("similarity 'greatest-difference', which is not built in")
        .withMessageContaining("Recommender.loader(path).similarities(...)");
  }

  @Test
  void similarityOfAFeature_isFoundThere() {
    TrainingContext context = lines(GREATEST);
    Scorer saved = ContentBased.using(GREATEST).nearest(2).negativeWeight(0.25).train(context);
    Scorer loaded = reread(saved, context, StrategyReaders.coreAnd(List.of()));
    Query visitor = Gallery.visitor(0, 1, 1, -1);
    assertThat(Gallery.scores(loaded, visitor, 3)).isEqualTo(Gallery.scores(saved, visitor, 3));
  }
}
