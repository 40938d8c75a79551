package io.artrec.benchmarks;

import io.artrec.Recommender;
import io.artrec.strategy.Popularity;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * How long do saving and loading a recommender take, against reading its file and taking the
 * SHA-256 of it?
 *
 * <p>{@code save} takes one SHA-256 and waits for the disk; {@code load} reads the file twice, once
 * for the SHA-256, and looks at every value. {@code digest} is the floor of both but for the disk.
 * 100,000 works of 384 dimensions are 154 MB.
 *
 * <p>Run: {@code mvn -q -pl benchmarks -am compile exec:exec -Djmh.args="ModelFile"}
 */
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 2)
@Measurement(iterations = 5)
@Fork(value = 1, jvmArgs = "-Xmx2g")
@State(Scope.Thread)
public class ModelFileBenchmark {
  private static final int DIMENSIONS = 384;

  /** How many works the catalogue holds. */
  @Param({"10000", "100000"})
  public int works;

  private Path file = Path.of("");
  private Recommender recommender = Recommender.builder().catalog(SyntheticData.catalog(0)).build();

  /**
   * Builds the recommender, saves it, and checks that what is loaded has the same vectors.
   *
   * @throws IOException when there is no place for the file
   */
  @Setup
  public void build() throws IOException {
    file = Files.createTempFile("artrec", ".model");
    recommender =
        Recommender.builder()
            .catalog(SyntheticData.catalog(works))
            .feature(SyntheticData.vectors(DIMENSIONS))
            .strategy(Popularity.allTime())
            .build();
    recommender.save(file);
    if (!load()
        .features()
        .entries()
        .get(0)
        .matrix()
        .equals(recommender.features().entries().get(0).matrix())) {
      throw new IllegalStateException("the loaded vectors are not those that were saved");
    }
  }

  /**
   * Deletes the file.
   *
   * @throws IOException when it cannot
   */
  @TearDown
  public void delete() throws IOException {
    Files.delete(file);
  }

  /** Saves, over the file that is there. */
  @Benchmark
  public void save() {
    recommender.save(file);
  }

  /**
   * Loads.
   *
   * @return the recommender
   */
  @Benchmark
  public Recommender load() {
    return Recommender.loader(file).load();
  }

  /**
   * Reads the file once and takes its SHA-256.
   *
   * @return the digest
   */
  @Benchmark
  public byte[] digest() {
    try (InputStream in = Files.newInputStream(file)) {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      new DigestInputStream(in, sha256).transferTo(OutputStream.nullOutputStream());
      return sha256.digest();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
