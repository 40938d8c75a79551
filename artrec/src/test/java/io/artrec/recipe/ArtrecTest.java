package io.artrec.recipe;

import static org.assertj.core.api.Assertions.assertThat;

import io.artrec.Recommendation;
import io.artrec.RecommendationRequest;
import io.artrec.Recommender;
import io.artrec.behavior.Interaction;
import io.artrec.behavior.Interactions;
import io.artrec.catalog.Artwork;
import io.artrec.catalog.Catalog;
import io.artrec.catalog.YearRange;
import io.artrec.feature.AttributeFeature;
import io.artrec.strategy.Popularity;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArtrecTest {
  private static final String[] MOVEMENTS = {"Ukiyo-e", "Romanticism", "Cubism"};
  private static final String[] SUBJECTS = {"sea", "mountain", "still life", "city"};

  @TempDir Path folder;

  private static Catalog catalog(int works) {
    List<Artwork> all = new ArrayList<>();
    for (int i = 0; i < works; i++) {
      all.add(
          Artwork.builder("w" + i, "A view of number " + i)
              .artist("Artist " + i % 7)
              .movement(MOVEMENTS[i % 3])
              .subject(SUBJECTS[i % 4])
              .created(YearRange.of(1800 + i % 100))
              .attribute("style", "loose " + i % 5)
              .attribute("room", "room " + i % 5)
              .build());
    }
    return Catalog.of(all);
  }

  /** Visitors who like one movement each. */
  private static Interactions tastes(int visitors, int works) {
    SplittableRandom chance = new SplittableRandom(7);
    Interactions.Builder events = Interactions.builder();
    for (int visitor = 0; visitor < visitors; visitor++) {
      for (int i = 0; i < 8; i++) {
        int work = chance.nextInt(works / 3) * 3 + visitor % 3;
        events.add(Interaction.favorite("v" + visitor, "w" + work));
      }
    }
    return events.build();
  }

  @Test
  void withoutBehavior_answersAndReadsWishes() {
    try (Recommender recommender = Artrec.standard(catalog(40)).build()) {
      assertThat(recommender.recommend("ada", 5)).hasSize(5);
      recommender.record(Interaction.favorite("ada", "w0"));
      Recommendation first = recommender.recommend("ada", 1).get(0);
      assertThat(first.explanation().toString()).contains("A view of number 0, which you liked");
      RecommendationRequest wish =
          RecommendationRequest.forUser("bob").wish("number 17").n(1).build();
      assertThat(recommender.recommend(wish).get(0).artwork().id()).isEqualTo("w17");
    }
  }

  @Test
  void tastesOfMany_areLearned() {
    try (Recommender recommender = Artrec.standard(catalog(90), tastes(60, 90)).build()) {
      recommender.record(Interaction.favorite("ada", "w1"));
      recommender.record(Interaction.favorite("ada", "w4"));
      assertThat(recommender.recommend("ada", 5))
          .allSatisfy(r -> assertThat(r.artwork().movements()).containsExactly("Romanticism"));
    }
  }

  @Test
  void whatTheDataHave_decides() {
    assertThat(Artrec.standard(catalog(40)).toString())
        .isEqualTo(
            """
            // 40 works with details, 'style', years, words; nothing done yet
            Recommender.builder()
                .catalog(catalog)
                .interactions(interactions)
                .feature(AttributeFeature.standard())
                .feature(0.5, AttributeFeature.attribute("style"))
                .feature(TermFeature.tfIdf(TextAnalysis.english()))
                .strategy(Hybrid.weighted()
                    .add(0.85, ContentBased.preferred())
                    .add(0.15, Popularity.allTime())
                    .add(3.0, TextSearch.byKeywords(TextAnalysis.english())))
                .rerank(Mmr.lambda(0.75))""");
    assertThat(Artrec.standard(catalog(90), tastes(60, 90)).toString())
        .startsWith("// 90 works with details, 'style', years, words; 480 events by 60 visitors")
        .contains("Ease.regularization(100)");
    assertThat(Artrec.standard(catalog(6_000), tastes(60, 6_000)).code())
        .contains("Rp3Beta.neighbors(100)");
    assertThat(Artrec.standard(Catalog.of(Artwork.builder("a", "神奈川冲浪里").build())).code())
        .contains("TextAnalysis.chinese()");
    Catalog dated =
        Catalog.of(
            Artwork.builder("a", "Untitled").created(YearRange.of(1900)).build(),
            Artwork.builder("b", "Untitled").created(YearRange.of(1901)).build());
    assertThat(Artrec.standard(dated).code()).contains("(0.5, PeriodFeature.standard())");
    assertThat(Artrec.standard(Catalog.of()).code()).contains("Popularity.allTime()");
  }

  @Test
  void code_makesWhatTheRecipeBuilds() throws ReflectiveOperationException {
    Catalog catalog = catalog(90);
    Interactions interactions = tastes(60, 90);
    Recipe recipe = Artrec.standard(catalog, interactions);
    try (Recommender built = recipe.build();
        Recommender compiled = compiled(recipe.code(), catalog, interactions)) {
      for (int visitor = 0; visitor < 10; visitor++) {
        assertThat(ids(compiled, "v" + visitor)).isEqualTo(ids(built, "v" + visitor));
      }
    }
  }

  @Test
  void columnsThatDifferInCase_areOneFeature() {
    List<Artwork> works = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      works.add(
          Artwork.builder("w" + i, "A view")
              .attribute("Style", "loose " + i % 2)
              .attribute("style", "free " + i % 2)
              .build());
    }
    try (Recommender recommender = Artrec.standard(Catalog.of(works)).build()) {
      assertThat(recommender.recommend("ada", 3)).hasSize(3);
    }
  }

  @Test
  void parts_areReplaced() {
    Recipe recipe =
        Artrec.standard(catalog(40))
            .features(AttributeFeature.artist())
            .strategy(Popularity.allTime())
            .withoutReranking();
    assertThat(recipe.features()).hasSize(1);
    assertThat(recipe.strategy().name()).isEqualTo("popularity");
    assertThat(recipe.code())
        .isEqualTo(
            """
            Recommender.builder()
                .catalog(catalog)
                .interactions(interactions)
                .feature(/* your feature artist */)
                .strategy(/* your strategy popularity */)""");
    try (Recommender recommender = recipe.builder().seed(7).build()) {
      assertThat(recommender.recommend("ada", 3)).hasSize(3);
    }
  }

  private static List<String> ids(Recommender recommender, String visitor) {
    return recommender.recommend(visitor, 10).stream().map(r -> r.artwork().id()).toList();
  }

  /** Compiles an expression of a builder, in a class of its own, and builds what it gives. */
  private Recommender compiled(String code, Catalog catalog, Interactions interactions)
      throws ReflectiveOperationException {
    String source =
        """
        import io.artrec.*;
        import io.artrec.behavior.*;
        import io.artrec.catalog.*;
        import io.artrec.cf.linear.*;
        import io.artrec.feature.*;
        import io.artrec.rerank.*;
        import io.artrec.strategy.*;
        import io.artrec.text.analysis.*;
        import io.artrec.text.search.*;
        import io.artrec.text.terms.*;
        public class Copied {
          public static Recommender build(Catalog catalog, Interactions interactions) {
            return %s.build();
          }
        }
        """
            .formatted(code);
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    DiagnosticCollector<JavaFileObject> problems = new DiagnosticCollector<>();
    JavaFileObject file =
        new SimpleJavaFileObject(URI.create("string:///Copied.java"), JavaFileObject.Kind.SOURCE) {
          @Override
          public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return source;
          }
        };
    List<String> options =
        List.of(
            "-d", folder.toString(), "-cp", System.getProperty("java.class.path"), "-proc:none");
    boolean done = compiler.getTask(null, null, problems, options, null, List.of(file)).call();
    assertThat(problems.getDiagnostics())
        .filteredOn(problem -> problem.getKind() == Diagnostic.Kind.ERROR)
        .isEmpty();
    assertThat(done).isTrue();
    try (URLClassLoader classes = new URLClassLoader(new URL[] {folder.toUri().toURL()})) {
      return (Recommender)
          classes
              .loadClass("Copied")
              .getMethod("build", Catalog.class, Interactions.class)
              .invoke(null, catalog, interactions);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
