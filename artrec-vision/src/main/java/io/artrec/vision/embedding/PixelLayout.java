package io.artrec.vision.embedding;

/** In which order a network takes the values of an image. */
public enum PixelLayout {
  /** All of the first channel row by row, then the second, then the third (NCHW): PyTorch. */
  CHANNELS_FIRST,
  /** The three channels of a pixel, pixel after pixel (NHWC): TensorFlow. */
  CHANNELS_LAST
}
