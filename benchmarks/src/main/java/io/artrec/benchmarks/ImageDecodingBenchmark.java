package io.artrec.benchmarks;

import io.artrec.vision.image.DecodeLimits;
import io.artrec.vision.image.ImageDecoder;
import io.artrec.vision.image.RgbImage;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;
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
import org.openjdk.jmh.annotations.Warmup;

/**
 * What do the checks of {@code ImageDecoder}, and its keeping fewer pixels than a file has, add to
 * the reader of the JDK?
 *
 * <p>Files are JPEG or PNG of 1,024 × 1,024 pixels as {@code ImageIO} writes them. {@code reader}
 * is {@code ImageIO.read}; {@code decoded} keeps all pixels, {@code halved} a longest side of 512,
 * for which a JPEG is decoded whole: no reader at hand decodes at a fraction.
 *
 * <p>Run: {@code mvn -q -pl benchmarks -am compile exec:exec -Djmh.args="ImageDecoding"}, with
 * {@code -jvmArgsAppend -Dartrec.benchmark.images=FOLDER} on images of your own.
 */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
@State(Scope.Thread)
public class ImageDecodingBenchmark {
  private static final int SIDE = 1_024;
  private static final ImageDecoder HALVED =
      ImageDecoder.of(DecodeLimits.standard().withKeptSide(SIDE / 2));

  /** The format of the files. */
  @Param({"jpg", "png"})
  public String format = "jpg";

  private final List<byte[]> files = new ArrayList<>();
  private int next;

  /**
   * Writes the files and checks that the decoder gives the pixels that the reader gives.
   *
   * @throws IOException when an image cannot be read or written
   */
  @Setup
  public void write() throws IOException {
    for (BufferedImage image : BenchmarkImages.all(SIDE)) {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      if (!ImageIO.write(image, format, bytes)) {
        throw new IllegalArgumentException("ImageIO writes no '" + format + "'");
      }
      files.add(bytes.toByteArray());
      BufferedImage read = ImageIO.read(new ByteArrayInputStream(bytes.toByteArray()));
      RgbImage expected = RgbImage.of(SIDE, SIDE, BenchmarkImages.pixels(read));
      if (!expected.equals(ImageDecoder.standard().decode(bytes.toByteArray(), format))) {
        throw new IllegalStateException("the decoder's pixels are not those of the reader");
      }
    }
  }

  private byte[] file() {
    next = (next + 1) % files.size();
    return files.get(next);
  }

  /**
   * Reads a file by the JDK's reader.
   *
   * @return the image
   * @throws IOException when it cannot be read
   */
  @Benchmark
  public Object reader() throws IOException {
    return ImageIO.read(new ByteArrayInputStream(file()));
  }

  /**
   * Decodes a file.
   *
   * @return the image
   */
  @Benchmark
  public RgbImage decoded() {
    return ImageDecoder.standard().decode(file(), format);
  }

  /**
   * Decodes a file to half its sides.
   *
   * @return the image
   */
  @Benchmark
  public RgbImage halved() {
    return HALVED.decode(file(), format);
  }
}
