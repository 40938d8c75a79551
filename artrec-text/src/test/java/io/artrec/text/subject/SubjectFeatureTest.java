package io.artrec.text.subject;

import static io.artrec.text.subject.SubjectLikenessTest.CATALOG;
import static io.artrec.text.subject.SubjectLikenessTest.TOY;
import static io.artrec.text.subject.SubjectLikenessTest.work;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.artrec.catalog.Artwork;
import io.artrec.catalog.Catalog;
import io.artrec.feature.ArtworkImages;
import io.artrec.feature.ArtworkInput;
import io.artrec.feature.FeatureEncoder;
import io.artrec.feature.FeatureExtractor;
import io.artrec.model.ModelFile;
import io.artrec.model.ModelFileException;
import io.artrec.testkit.FeatureExtractorContract;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SubjectFeatureTest extends FeatureExtractorContract {
  private final FeatureEncoder toy = SubjectFeature.of(SubjectFinder.of(TOY)).fit(CATALOG);

  @Override
  protected FeatureExtractor extractor() {
    return SubjectFeature.standard();
  }

  @Override
  protected Catalog catalog() {
    List<Subject> subjects = SubjectTree.standard().subjects();
    Random random = new Random(7);
    return Catalog.of(
        IntStream.range(0, 40)
            .mapToObj(
                i -> {
                  Artwork.Builder work = Artwork.builder("w" + i, "Title");
                  for (int s = 0; s < i % 4; s++) {
                    Subject drawn = subjects.get(random.nextInt(subjects.size()));
                    work.subject(drawn.label(i % 2 == 0 ? Locale.ENGLISH : Locale.CHINESE));
                  }
                  return work.build();
                })
            .toList());
  }

  @Override
  protected Optional<Artwork> bare() {
    return Optional.of(Artwork.builder("bare", "Untitled").build());
  }

  private double cosine(String a, String b) {
    float[] x = vector(a);
    float[] y = vector(b);
    double product = 0;
    double ofX = 0;
    double ofY = 0;
    for (int d = 0; d < x.length; d++) {
      product += (double) x[d] * y[d];
      ofX += (double) x[d] * x[d];
      ofY += (double) y[d] * y[d];
    }
    return product / Math.sqrt(ofX * ofY);
  }

  private float[] vector(String subject) {
    return toy.encode(new ArtworkInput(work("w", subject), ArtworkImages.none())).orElseThrow();
  }

  @Test
  void cosine_isLinByTheGeometricMean() {
    assertThat(cosine("ship", "boat")).isEqualTo(0.557493, within(1e-6)); // as Lin's
    assertThat(cosine("ship", "vessel")).isEqualTo(0.746655, within(1e-6)); // Lin's is .715885
    assertThat(cosine("ship", "apple")).isZero();
  }

  @Test
  void squaredLength_isTheInformation() {
    double squares = 0;
    for (float value : vector("ship")) {
      squares += (double) value * value;
    }
    assertThat(squares).isEqualTo(Math.log(5 / 2.0), within(1e-6));
  }

  @Test
  void whatAllWorksShow_tellsNothing() {
    assertThat(toy.encode(new ArtworkInput(work("w", "thing"), ArtworkImages.none()))).isEmpty();
  }

  @Test
  void readWithAnotherTree_isRefused(@TempDir Path folder) {
    Path file = folder.resolve("subjects");
    ModelFile.write(file, toy::save);
    assertThatThrownBy(() -> ModelFile.read(file, SubjectFeature.standard()::read))
        .isInstanceOf(ModelFileException.class)
        .hasMessageContaining("of 6 subjects, this one has 2")
        .hasMessageContaining("pass that tree, or build the model again");
  }
}
