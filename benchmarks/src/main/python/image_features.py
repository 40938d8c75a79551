"""What OpenCV, scikit-image and SciPy need for the features of ImageFeaturesBenchmark, on the same files.

Usage, with Debian's python3-opencv, python3-skimage and python3-scipy (4.6, 0.19, 1.10):

    python3 image_features.py FOLDER [ROUNDS]

Images are scaled to 512 x 512 once; one thread; median CPU time of the thread in milliseconds an image, and images
a second. On a shared machine run it and the JMH class by turns and compare medians: ratios hold, figures do not.
Definitions are those of artrec's classes where the library has them; where it has not, the function says so.
"""
import os
import statistics
import sys
import time

import cv2
import numpy as np
import scipy.fft
from skimage import feature

ANGLES = [0, np.pi / 4, np.pi / 2, 3 * np.pi / 4]


def gray8(image):
    return cv2.cvtColor(image, cv2.COLOR_RGB2GRAY)


def hsv_histogram(image):
    """8-bit hue in steps of 2 degrees."""
    hsv = cv2.cvtColor(image, cv2.COLOR_RGB2HSV)
    return cv2.calcHist([hsv], [0, 1, 2], None, [16, 4, 4], [0, 180, 0, 256, 0, 256])


def color_moments(image):
    result = []
    for channel in cv2.split(cv2.cvtColor(image, cv2.COLOR_RGB2HSV)):
        x = channel.astype(np.float32)
        mean = x.mean()
        d = x - mean
        square = d * d
        result += [mean, np.sqrt(square.mean()), np.cbrt((square * d).mean())]
    return result


def palette(image, iterations=20, epsilon=0.0):
    """k-means++ drawn once, on the pixels of a thumbnail; artrec clusters all pixels, counted, from three seedings."""
    small = cv2.resize(image, (128, 128), interpolation=cv2.INTER_AREA)
    lab = cv2.cvtColor(small.astype(np.float32) / 255, cv2.COLOR_RGB2Lab).reshape(-1, 3)
    stop = (cv2.TERM_CRITERIA_EPS + cv2.TERM_CRITERIA_MAX_ITER, iterations, epsilon)
    return cv2.kmeans(lab, 5, None, stop, 1, cv2.KMEANS_PP_CENTERS)


def palette_stopped(image):
    """The same, stopped when no center moves by 1."""
    return palette(image, epsilon=1.0)


def cooccurrence(image):
    levels = gray8(image) // 8
    matrix = feature.graycomatrix(levels, [1, 2, 4], ANGLES, levels=32, symmetric=True, normed=True)
    return [feature.graycoprops(matrix, p) for p in ("contrast", "homogeneity", "energy", "correlation")]


HOG = cv2.HOGDescriptor((512, 512), (32, 32), (16, 16), (16, 16), 9)
HOG_SMALL = cv2.HOGDescriptor((128, 128), (32, 32), (16, 16), (16, 16), 9)


def hog(image):
    """Interpolates between bins and cells and weighs blocks by a Gaussian."""
    return HOG.compute(gray8(image))


def hog_vector(image):
    return HOG_SMALL.compute(cv2.resize(gray8(image), (128, 128), interpolation=cv2.INTER_AREA))


def sobel(image):
    gray = gray8(image).astype(np.float32)
    return cv2.magnitude(cv2.Sobel(gray, cv2.CV_32F, 1, 0), cv2.Sobel(gray, cv2.CV_32F, 0, 1)).mean()


def canny(image):
    """8-bit, no smoothing, directions in eighths of a turn."""
    return cv2.Canny(gray8(image), 50, 100)


def canny_smoothed(image):
    return cv2.Canny(cv2.GaussianBlur(gray8(image), (11, 11), 1.4), 50, 100)


def hu(image):
    """Of 8-bit gray."""
    return cv2.HuMoments(cv2.moments(gray8(image)))


def spectra(side, real):
    """Twelve filters as GaborTexture has them."""
    margin = 18
    length = scipy.fft.next_fast_len(side + 2 * margin)
    result = []
    for frequency in (0.1, 0.2, 0.4):
        sigma = np.sqrt(np.log(2) / 2) / np.pi * 3 / frequency
        for angle in ANGLES:
            reach = int(np.ceil(max(3 * sigma * max(abs(np.cos(angle)), abs(np.sin(angle))), 1)))
            y, x = np.mgrid[-reach:reach + 1, -reach:reach + 1]
            wave = np.exp(2j * np.pi * frequency * (x * np.cos(angle) + y * np.sin(angle)))
            kernel = np.exp(-(x * x + y * y) / (2 * sigma * sigma)) * wave / (2 * np.pi * sigma * sigma)
            plane = np.zeros((length, length), np.result_type(real, np.complex64))
            plane[:2 * reach + 1, :2 * reach + 1] = kernel
            result.append(scipy.fft.fft2(np.roll(plane, (-reach, -reach), (0, 1))))
    return margin, length, result


BANKS = {real: spectra(256, real) for real in (np.float32, np.float64)}


def gabor(image, real=np.float64):
    """At 256 x 256, by the Fourier transform."""
    margin, length, filters = BANKS[real]
    gray = cv2.cvtColor(image.astype(np.float32) / 255, cv2.COLOR_RGB2GRAY).astype(real)
    gray = cv2.resize(gray, (256, 256), interpolation=cv2.INTER_AREA)
    plane = np.zeros((length, length), real)
    side = 256 + 2 * margin
    plane[:side, :side] = cv2.copyMakeBorder(gray, *[margin] * 4, cv2.BORDER_REFLECT)
    spectrum = scipy.fft.fft2(plane)
    result = []
    for wanted in filters:
        answer = np.abs(scipy.fft.ifft2(spectrum * wanted))[margin:margin + 256, margin:margin + 256]
        result += [answer.mean(), answer.var()]
    return result


def gabor_single(image):
    return gabor(image, np.float32)


FEATURES = [hsv_histogram, color_moments, palette, palette_stopped, gabor, gabor_single, cooccurrence, hog, hog_vector,
            sobel, canny, canny_smoothed, hu]


def main(folder, rounds=15):
    cv2.setNumThreads(1)
    read = [cv2.imread(os.path.join(folder, name)) for name in sorted(os.listdir(folder))]
    images = [cv2.cvtColor(cv2.resize(i, (512, 512), interpolation=cv2.INTER_CUBIC), cv2.COLOR_BGR2RGB)
              for i in read if i is not None]
    for measure in FEATURES:
        times = []
        for _ in range(rounds + 1):
            start = time.thread_time()
            for image in images:
                measure(image)
            times.append((time.thread_time() - start) * 1000 / len(images))
        median = statistics.median(times[1:])
        print(f"{measure.__name__:20s} {median:8.3f} ms {1000 / median:8.0f} images/s", flush=True)


if __name__ == "__main__":
    main(sys.argv[1], *[int(a) for a in sys.argv[2:3]])
