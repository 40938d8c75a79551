package io.artrec.vision.composition;

/**
 * The discrete Fourier transform {@code X[k] = sum of x[j] exp(-2 pi i j k / n)} of any length n:
 * radix 2 for powers of two (Cooley and Tukey, An Algorithm for the Machine Calculation of Complex
 * Fourier Series, Mathematics of Computation 1965), through a convolution of twice to four times
 * the length otherwise (Bluestein, A Linear Filtering Approach to the Computation of Discrete
 * Fourier Transform, IEEE Transactions on Audio and Electroacoustics 1970). O(n log n); values are
 * exact to about 1e-15 of the largest. Immutable and thread-safe.
 */
final class Fft {
  private final int length;
  private final int size;
  private final int[] reversed;
  private final double[] cosines;
  private final double[] sines;
  private final double[] chirpReal;
  private final double[] chirpImaginary;
  private final double[] filterReal;
  private final double[] filterImaginary;

  Fft(int length) {
    if (length < 1 || length > 1 << 27) {
      throw new IllegalArgumentException(
          "length of a Fourier transform is " + length + ", expected 1 to " + (1 << 27));
    }
    this.length = length;
    boolean plain = Integer.bitCount(length) == 1;
    size = plain ? length : Integer.highestOneBit(2 * length - 2) * 2;
    reversed = reversed(size);
    cosines = new double[size];
    sines = new double[size];
    for (int half = 1; half < size; half *= 2) {
      for (int j = 0; j < half; j++) {
        cosines[half + j] = Math.cos(Math.PI * j / half);
        sines[half + j] = -Math.sin(Math.PI * j / half);
      }
    }
    int chirped = plain ? 0 : length;
    chirpReal = new double[chirped];
    chirpImaginary = new double[chirped];
    filterReal = new double[plain ? 0 : size];
    filterImaginary = new double[plain ? 0 : size];
    for (int j = 0; j < chirped; j++) {
      double angle = Math.PI * ((long) j * j % (2L * length)) / length;
      chirpReal[j] = Math.cos(angle);
      chirpImaginary[j] = -Math.sin(angle);
      int mirrored = (size - j) % size;
      filterReal[j] = filterReal[mirrored] = chirpReal[j];
      filterImaginary[j] = filterImaginary[mirrored] = -chirpImaginary[j];
    }
    if (!plain) {
      powerOfTwo(filterReal, filterImaginary);
    }
  }

  private static int[] reversed(int size) {
    int[] reversed = new int[size];
    for (int i = 1; i < size; i++) {
      reversed[i] = reversed[i / 2] / 2 + (i % 2) * (size / 2);
    }
    return reversed;
  }

  int length() {
    return length;
  }

  /** Transforms the first {@link #length} values in place. */
  void forward(double[] real, double[] imaginary) {
    if (size == length) {
      powerOfTwo(real, imaginary);
    } else {
      chirped(real, imaginary);
    }
  }

  private void powerOfTwo(double[] real, double[] imaginary) {
    for (int i = 0; i < size; i++) {
      int j = reversed[i];
      if (i < j) {
        double value = real[i];
        real[i] = real[j];
        real[j] = value;
        value = imaginary[i];
        imaginary[i] = imaginary[j];
        imaginary[j] = value;
      }
    }
    if (size > 1) {
      firstPass(real, imaginary);
    }
    for (int half = 2; half < size; half *= 2) {
      for (int at = 0; at < size; at += 2 * half) {
        butterflies(real, imaginary, at, half);
      }
    }
  }

  private void firstPass(double[] real, double[] imaginary) {
    for (int i = 0; i < size; i += 2) {
      double value = real[i + 1];
      real[i + 1] = real[i] - value;
      real[i] += value;
      value = imaginary[i + 1];
      imaginary[i + 1] = imaginary[i] - value;
      imaginary[i] += value;
    }
  }

  private void butterflies(double[] real, double[] imaginary, int at, int half) {
    for (int j = 0; j < half; j++) {
      int low = at + j;
      int high = low + half;
      double cosine = cosines[half + j];
      double sine = sines[half + j];
      double re = real[high] * cosine - imaginary[high] * sine;
      double im = real[high] * sine + imaginary[high] * cosine;
      real[high] = real[low] - re;
      imaginary[high] = imaginary[low] - im;
      real[low] += re;
      imaginary[low] += im;
    }
  }

  private void chirped(double[] real, double[] imaginary) {
    double[] re = new double[size];
    double[] im = new double[size];
    for (int j = 0; j < length; j++) {
      re[j] = real[j] * chirpReal[j] - imaginary[j] * chirpImaginary[j];
      im[j] = real[j] * chirpImaginary[j] + imaginary[j] * chirpReal[j];
    }
    powerOfTwo(re, im);
    for (int k = 0; k < size; k++) {
      double product = re[k] * filterReal[k] - im[k] * filterImaginary[k];
      im[k] = -(re[k] * filterImaginary[k] + im[k] * filterReal[k]);
      re[k] = product;
    }
    powerOfTwo(re, im);
    for (int k = 0; k < length; k++) {
      double inverseReal = re[k] / size;
      double inverseImaginary = -im[k] / size;
      real[k] = inverseReal * chirpReal[k] - inverseImaginary * chirpImaginary[k];
      imaginary[k] = inverseReal * chirpImaginary[k] + inverseImaginary * chirpReal[k];
    }
  }
}
