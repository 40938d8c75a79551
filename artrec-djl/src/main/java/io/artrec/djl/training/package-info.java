/**
 * Networks trained through DJL on the PyTorch engine. A head on dense vectors and encoders of token
 * sequences (by mean, attention, convolution or recurrent units) are small: what comes out is plain
 * numbers, answers in plain Java, without an engine, and is saved as core's models are. {@link
 * io.artrec.djl.training.EncoderTuner} fine-tunes BERT encoders; what comes out is an ONNX file.
 *
 * <p>All are trained by AdamW, with warm-up, a falling learning rate ({@link
 * io.artrec.djl.training.RateDecay}), dropout, an early end and checkpoints as {@link
 * io.artrec.djl.training.TrainingOptions} says.
 *
 * <p><b>What a seed promises.</b> The same data, options and seed give the same weights, bit for
 * bit, in every run on the same machine with the same engine and the same number of engine threads
 * ({@code ai.djl.pytorch.num_threads}). With another number of threads, another processor or
 * another version of PyTorch the last bits may differ, because sums are split in other ways, and
 * training makes such differences grow. Use one thread where files must be equal everywhere on like
 * machines; for small networks it is also the fastest on a busy machine.
 *
 * <p><b>Where chance gets in otherwise, and what is done here.</b>
 *
 * <ul>
 *   <li>On the CPU, {@code NDManager.create(float[])} does not copy: the array reads and writes a
 *       direct buffer of Java's, which only the object that {@code create} returned keeps alive. A
 *       view of it ({@code reshape}, {@code transpose}, {@code get}) or what back-propagation keeps
 *       does not. Once that object is closed, Java gives the memory to others while PyTorch goes on
 *       using it: weights change silently, become NaN, or the process dies with a damaged heap.
 *       Here everything made from Java numbers is duplicated into PyTorch's own memory first. A
 *       factor is such an array as well: {@code x.mul(2f)} makes one, closes it, and leaves
 *       back-propagation with what lies there later.
 *   <li>DJL's initialisers draw from one generator of the whole process, so any other user of it
 *       changes the outcome. Here weights and the order of examples come from a generator of the
 *       training's own.
 *   <li>PyTorch decides thread by thread whether operations are recorded for back-propagation, and
 *       DJL turns recording off only on the thread that happened to start the engine: on others an
 *       update of weights fails or is itself recorded. Here recording is off but for the loss.
 *   <li>DJL allows one gradient collector in a process at a time. Here one training runs at a time
 *       and others wait; a training of the application's own at the same time fails one of them.
 *   <li>{@code duplicate} cuts a result off from what it was made of, and {@code NDArrays.concat}
 *       of a single array duplicates it: weights below get a gradient of zeros and stay as they
 *       were drawn, while those above are trained. Here single arrays are passed on, and a test
 *       holds every gradient against differences of the loss.
 *   <li>DJL's optimisers keep their state in memory that nothing frees. Here Adam is written with
 *       arrays that end with the training.
 * </ul>
 */
@NullMarked
package io.artrec.djl.training;

import org.jspecify.annotations.NullMarked;
