package io.artrec.vision.embedding;

import io.artrec.vision.image.RgbImage;
import java.util.Arrays;
import java.util.Objects;

/**
 * What becomes of an image before a network sees it: resized, cropped at its center to a square,
 * brought to the numbers that the network was trained on. A network gives good vectors only for
 * images prepared as in its training; whoever publishes one says how. Immutable and thread-safe;
 * two of the same settings are equal.
 *
 * <p>Pixels are resized as by Pillow, bit for bit: 8 bits a channel, first the rows, then the
 * columns, antialiased ({@link Interpolation}). The crop of {@code c} begins at {@code (side - c) /
 * 2}, halves rounded to the even number, as torchvision's {@code CenterCrop}; Hugging Face's
 * processors round down, which moves some crops by a pixel. A value is then {@code (v · scale -
 * mean) / deviation} of its channel, computed in double precision and rounded to a float.
 *
 * <p>So vectors equal those of a Python program that prepares the same decoded pixels with Pillow
 * or with torchvision on Pillow's images, but for rounding; torchvision's resizing of tensors
 * differs by up to one of 255 steps. The decoder shrinks images beyond {@link
 * io.artrec.vision.image.DecodeLimits#keptSide} before, by area averaging, which loses nothing that
 * a network of a few hundred pixels sees, but makes values differ by some steps.
 *
 * <p>O(pixels of the image and of the square).
 */
public final class ImagePreparation {
  private static final int MOST = 1 << 12;

  private final Resizing resizing;
  private final int side;
  private final int crop;
  private final Interpolation interpolation;
  private final double scale;
  private final double[] mean;
  private final double[] deviation;
  private final PixelLayout layout;
  private final ChannelOrder channels;
  private final int fill;

  private ImagePreparation(Settings settings) {
    resizing = settings.resizing;
    side = settings.side;
    crop = settings.crop;
    interpolation = settings.interpolation;
    scale = settings.scale;
    mean = settings.mean;
    deviation = settings.deviation;
    layout = settings.layout;
    channels = settings.channels;
    fill = settings.fill;
  }

  /** What copies change. */
  private static final class Settings {
    Resizing resizing = Resizing.SHORTER_SIDE;
    int side;
    int crop;
    Interpolation interpolation = Interpolation.BILINEAR;
    double scale = 1.0 / 255;
    double[] mean = {0, 0, 0};
    double[] deviation = {1, 1, 1};
    PixelLayout layout = PixelLayout.CHANNELS_FIRST;
    ChannelOrder channels = ChannelOrder.RGB;
    int fill;
  }

  private Settings settings() {
    Settings settings = new Settings();
    settings.resizing = resizing;
    settings.side = side;
    settings.crop = crop;
    settings.interpolation = interpolation;
    settings.scale = scale;
    settings.mean = mean;
    settings.deviation = deviation;
    settings.layout = layout;
    settings.channels = channels;
    settings.fill = fill;
    return settings;
  }

  /**
   * {@return a plain preparation, to be refined: the shorter side resized bilinearly and cropped to
   * a square, values from 0 to 1, channels first, red first}
   *
   * @param side the side of the square, 1 to 4,096
   */
  public static ImagePreparation square(int side) {
    Settings settings = new Settings();
    settings.side = checked("side", side);
    settings.crop = side;
    return new ImagePreparation(settings);
  }

  /**
   * Returns what networks trained on ImageNet take, those of torchvision, timm's residual networks
   * and many others: the shorter side resized to 256 bilinearly, 224 × 224 of the center, mean
   * (0.485, 0.456, 0.406), deviation (0.229, 0.224, 0.225).
   *
   * @return the preparation of torchvision's {@code ResNet50_Weights.IMAGENET1K_V1.transforms()}
   * @see <a
   *     href="https://pytorch.org/vision/stable/models/generated/torchvision.models.resnet50.html">
   *     torchvision, resnet50</a>
   */
  public static ImagePreparation imageNet() {
    return square(256).crop(224).mean(0.485, 0.456, 0.406).deviation(0.229, 0.224, 0.225);
  }

  /**
   * Returns what DINO, DINOv2 and others of Meta take: as {@link #imageNet}, resized bicubically
   * (Oquab et al., DINOv2: Learning Robust Visual Features without Supervision, TMLR 2024).
   *
   * @return the preparation of the authors' {@code make_classification_eval_transform}
   * @see <a
   *     href="https://github.com/facebookresearch/dinov2/blob/main/dinov2/data/transforms.py">dinov2,
   *     transforms.py</a>
   */
  public static ImagePreparation dino() {
    return imageNet().interpolation(Interpolation.BICUBIC);
  }

  /**
   * Returns what CLIP takes, OpenAI's and open_clip's (Radford et al., Learning Transferable Visual
   * Models From Natural Language Supervision, ICML 2021): the shorter side resized to 224
   * bicubically, the square of the center, mean (0.48145466, 0.4578275, 0.40821073), deviation
   * (0.26862954, 0.26130258, 0.27577711). A network of 336 pixels: {@code
   * clip().resizing(Resizing.SHORTER_SIDE, 336)}.
   *
   * @return the preparation of OpenAI's {@code clip._transform}
   * @see <a href="https://github.com/openai/CLIP/blob/main/clip/clip.py">CLIP, clip.py</a>
   */
  public static ImagePreparation clip() {
    return square(224)
        .interpolation(Interpolation.BICUBIC)
        .mean(0.48145466, 0.4578275, 0.40821073)
        .deviation(0.26862954, 0.26130258, 0.27577711);
  }

  /**
   * Returns what SigLIP and SigLIP 2 take (Zhai et al., Sigmoid Loss for Language Image
   * Pre-Training, ICCV 2023): both sides resized to 224 bicubically, mean and deviation 0.5. Of
   * another side: {@code sigLip().resizing(Resizing.BOTH_SIDES, 384)}.
   *
   * @return the preparation of Hugging Face's {@code google/siglip-base-patch16-224}
   * @see <a
   *     href="https://huggingface.co/google/siglip-base-patch16-224/blob/main/preprocessor_config.json">
   *     siglip-base-patch16-224, preprocessor_config.json</a>
   */
  public static ImagePreparation sigLip() {
    return square(224)
        .resizing(Resizing.BOTH_SIDES, 224)
        .interpolation(Interpolation.BICUBIC)
        .mean(0.5, 0.5, 0.5)
        .deviation(0.5, 0.5, 0.5);
  }

  /**
   * {@return this preparation resizing in another way and taking the whole square of that side}
   *
   * @param how how images of any proportions get there
   * @param pixels the side, 1 to 4,096
   */
  public ImagePreparation resizing(Resizing how, int pixels) {
    Settings settings = settings();
    settings.resizing = Objects.requireNonNull(how, "how");
    settings.side = checked("side", pixels);
    settings.crop = pixels;
    return new ImagePreparation(settings);
  }

  /**
   * {@return this preparation with a smaller square of the center}
   *
   * @param pixels the side of the square that the network takes, 1 to the side resized to
   */
  public ImagePreparation crop(int pixels) {
    if (pixels < 1 || pixels > side) {
      throw new IllegalArgumentException(
          "crop is " + pixels + ", expected 1 to the side resized to, which is " + side);
    }
    Settings settings = settings();
    settings.crop = pixels;
    return new ImagePreparation(settings);
  }

  /**
   * {@return this preparation resizing by other weights}
   *
   * @param by what lies between pixels
   */
  public ImagePreparation interpolation(Interpolation by) {
    Settings settings = settings();
    settings.interpolation = Objects.requireNonNull(by, "by");
    return new ImagePreparation(settings);
  }

  /**
   * {@return this preparation with another factor; 1/255 unless set}
   *
   * @param factor what 8-bit values are multiplied with first, positive
   */
  public ImagePreparation scale(double factor) {
    Settings settings = settings();
    settings.scale = positive("scale", factor);
    return new ImagePreparation(settings);
  }

  /**
   * {@return this preparation subtracting other means, by color, whatever channel comes first}
   *
   * @param red subtracted from scaled red
   * @param green subtracted from scaled green
   * @param blue subtracted from scaled blue
   */
  public ImagePreparation mean(double red, double green, double blue) {
    Settings settings = settings();
    settings.mean = new double[] {red, green, blue};
    for (double value : settings.mean) {
      if (!Double.isFinite(value)) {
        throw new IllegalArgumentException("mean is " + value + ", expected a finite number");
      }
    }
    return new ImagePreparation(settings);
  }

  /**
   * {@return this preparation dividing by other deviations, by color, whatever channel comes first}
   *
   * @param red what red, less its mean, is divided by, positive
   * @param green the same for green
   * @param blue the same for blue
   */
  public ImagePreparation deviation(double red, double green, double blue) {
    Settings settings = settings();
    settings.deviation =
        new double[] {
          positive("deviation", red), positive("deviation", green), positive("deviation", blue)
        };
    return new ImagePreparation(settings);
  }

  /**
   * {@return this preparation with values in another order; channels first unless set}
   *
   * @param order where channels stand
   */
  public ImagePreparation layout(PixelLayout order) {
    Settings settings = settings();
    settings.layout = Objects.requireNonNull(order, "order");
    return new ImagePreparation(settings);
  }

  /**
   * {@return this preparation with another first channel; red unless set}
   *
   * @param order which channel comes first
   */
  public ImagePreparation channels(ChannelOrder order) {
    Settings settings = settings();
    settings.channels = Objects.requireNonNull(order, "order");
    return new ImagePreparation(settings);
  }

  /**
   * {@return this preparation with another color beside an image in a {@link Resizing#LETTERBOX};
   * black unless set}
   *
   * @param rgb {@code 0xRRGGBB}
   */
  public ImagePreparation fill(int rgb) {
    if (rgb < 0 || rgb > 0xFFFFFF) {
      throw new IllegalArgumentException("fill is " + rgb + ", expected a color, 0xRRGGBB");
    }
    Settings settings = settings();
    settings.fill = rgb;
    return new ImagePreparation(settings);
  }

  /**
   * Returns the sides of what {@link #prepare} gives.
   *
   * @return three channels and twice the side of the square, in the order of the layout, as {@code
   *     ImageEncoderOptions.shaped} takes them
   */
  public long[] shape() {
    return layout == PixelLayout.CHANNELS_FIRST
        ? new long[] {3, crop, crop}
        : new long[] {crop, crop, 3};
  }

  /**
   * Resizes and crops an image.
   *
   * @param image the pixels
   * @return the square that the network sees
   */
  public RgbImage square(RgbImage image) {
    return Square.of(image, this);
  }

  /**
   * Prepares an image.
   *
   * @param image the pixels
   * @return its values in the order of {@link #shape}, row-major
   */
  public float[] prepare(RgbImage image) {
    RgbImage square = square(image);
    float[][] values = tables();
    int size = square.size();
    float[] prepared = new float[3 * size];
    for (int channel = 0; channel < 3; channel++) {
      int color = channels == ChannelOrder.RGB ? channel : 2 - channel;
      int shift = 16 - 8 * color;
      boolean first = layout == PixelLayout.CHANNELS_FIRST;
      int start = first ? channel * size : channel;
      int step = first ? 1 : 3;
      for (int i = 0; i < size; i++) {
        prepared[start + i * step] = values[color][square.rgb(i) >> shift & 0xFF];
      }
    }
    return prepared;
  }

  /** What becomes of each of 256 values of red, green and blue. */
  private float[][] tables() {
    float[][] tables = new float[3][256];
    for (int color = 0; color < 3; color++) {
      for (int value = 0; value < 256; value++) {
        tables[color][value] = (float) ((value * scale - mean[color]) / deviation[color]);
      }
    }
    return tables;
  }

  Resizing resizing() {
    return resizing;
  }

  int side() {
    return side;
  }

  int crop() {
    return crop;
  }

  Interpolation interpolation() {
    return interpolation;
  }

  int fill() {
    return fill;
  }

  private static int checked(String name, int pixels) {
    if (pixels < 1 || pixels > MOST) {
      throw new IllegalArgumentException(
          name + " is " + pixels + ", expected 1 to " + MOST + " pixels");
    }
    return pixels;
  }

  private static double positive(String name, double value) {
    if (!(value > 0 && value < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(name + " is " + value + ", expected a positive number");
    }
    return value;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ImagePreparation that && toString().equals(that.toString());
  }

  @Override
  public int hashCode() {
    return toString().hashCode();
  }

  /**
   * Says all settings.
   *
   * @return a stable form: equal ones promise equal values
   */
  @Override
  public String toString() {
    return resizing
        + " "
        + side
        + " "
        + interpolation
        + ", crop "
        + crop
        + ", scale "
        + scale
        + ", mean "
        + Arrays.toString(mean)
        + ", deviation "
        + Arrays.toString(deviation)
        + ", "
        + layout
        + " "
        + channels
        + (resizing == Resizing.LETTERBOX ? ", fill " + Integer.toHexString(fill) : "");
  }
}
