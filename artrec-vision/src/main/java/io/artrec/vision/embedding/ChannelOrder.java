package io.artrec.vision.embedding;

/** Which channel a network takes first. */
public enum ChannelOrder {
  /** Red, green, blue: nearly all networks. */
  RGB,
  /** Blue, green, red: networks trained on images that OpenCV read, as those of Caffe. */
  BGR
}
