#define _GNU_SOURCE
#include "CLock.h"

#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/ipc.h>
#include <sys/sem.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

// The set has two semaphores. TURN is 0 when nobody writes and 1 while somebody does: a new set
// is all zeros, so there is no moment at which it exists but is not ready. USERS counts those who
// have the queue open.
enum { TURN = 0, USERS = 1, SEMAPHORES = 2 };

// How long the fallback sleeps between two tries, and how often a vanished set is made again.
enum { FLOCK_NAP_NANOSECONDS = 2000000, RETRIES = 100 };

struct write_queue {
  int kind;
  key_t key;
  mode_t mode;
  // Guards `set`, which is replaced when the set was taken out of the kernel by somebody else.
  pthread_mutex_t guard;
  int set;
  // The fallback: one thread of this process at a time, then one process at a time.
  pthread_mutex_t threads;
  int file;
};

static int vanished(int error) { return error == EIDRM || error == EINVAL; }

// ftok(3) keeps 16 bits of the inode and 8 of the device; this mixes all of both.
static key_t key_of(const struct stat *status) {
  uint64_t mixed = (uint64_t)status->st_ino * 0x9E3779B97F4A7C15u;
  mixed ^= (uint64_t)status->st_dev * 0xC2B2AE3D27D4EB4Fu;
  mixed ^= mixed >> 29;
  mixed *= 0xBF58476D1CE4E5B9u;
  mixed ^= mixed >> 32;
  key_t key = (key_t)(mixed & 0x7FFFFFFF);
  return key == IPC_PRIVATE ? 1 : key;
}

// Finds or makes the set and counts this queue as a user of it.
static int join(write_queue *queue, int *set) {
  for (int attempt = 0; attempt < RETRIES; attempt++) {
    int found = semget(queue->key, SEMAPHORES, IPC_CREAT | queue->mode);
    if (found < 0) return errno;
    struct sembuf one_more = {USERS, 1, SEM_UNDO};
    if (semop(found, &one_more, 1) == 0) {
      *set = found;
      return 0;
    }
    if (errno != EINTR && !vanished(errno)) return errno;
  }
  return EAGAIN;
}

static int current_set(write_queue *queue) {
  pthread_mutex_lock(&queue->guard);
  int set = queue->set;
  pthread_mutex_unlock(&queue->guard);
  return set;
}

static int rejoin(write_queue *queue, int lost) {
  int error = 0;
  pthread_mutex_lock(&queue->guard);
  if (queue->set == lost) error = join(queue, &queue->set);
  pthread_mutex_unlock(&queue->guard);
  return error;
}

static int open_file(write_queue *queue, const char *path) {
  char *name = NULL;
  if (asprintf(&name, "%s-queue", path) < 0) return ENOMEM;
  queue->file = open(name, O_RDWR | O_CREAT | O_CLOEXEC, queue->mode);
  int error = queue->file < 0 ? errno : 0;
  free(name);
  return error;
}

int write_queue_open(const char *path, int kind, write_queue **opened) {
  struct stat status;
  if (stat(path, &status) != 0) return errno;
  write_queue *queue = calloc(1, sizeof *queue);
  if (queue == NULL) return ENOMEM;
  queue->kind = kind;
  queue->key = key_of(&status);
  // Whoever may write the file may stand in its queue.
  queue->mode = status.st_mode & 0666;
  queue->file = -1;
  queue->set = -1;
  pthread_mutex_init(&queue->guard, NULL);
  pthread_mutex_init(&queue->threads, NULL);
  int error = 0;
  if (queue->kind == WRITE_QUEUE_SEMAPHORE && join(queue, &queue->set) != 0) {
    queue->kind = WRITE_QUEUE_FLOCK;
  }
  if (queue->kind == WRITE_QUEUE_FLOCK) error = open_file(queue, path);
  if (error != 0) {
    write_queue_close(queue);
    return error;
  }
  *opened = queue;
  return 0;
}

int write_queue_kind(const write_queue *queue) { return queue->kind; }

static struct timespec deadline_after(int milliseconds) {
  struct timespec moment;
  clock_gettime(CLOCK_MONOTONIC, &moment);
  moment.tv_sec += milliseconds / 1000;
  moment.tv_nsec += (long)(milliseconds % 1000) * 1000000;
  if (moment.tv_nsec >= 1000000000) {
    moment.tv_sec += 1;
    moment.tv_nsec -= 1000000000;
  }
  return moment;
}

// The time left until a deadline; 0 0 when it has passed.
static struct timespec left_until(const struct timespec *deadline) {
  struct timespec now, left = {0, 0};
  clock_gettime(CLOCK_MONOTONIC, &now);
  left.tv_sec = deadline->tv_sec - now.tv_sec;
  left.tv_nsec = deadline->tv_nsec - now.tv_nsec;
  if (left.tv_nsec < 0) {
    left.tv_sec -= 1;
    left.tv_nsec += 1000000000;
  }
  if (left.tv_sec < 0) left = (struct timespec){0, 0};
  return left;
}

static int enter_semaphore(write_queue *queue, const struct timespec *deadline) {
  // Both at once: wait until nobody writes, and be the one who does. The kernel keeps those who
  // wait in order and lets the first one in before the one who leaves has even returned.
  struct sembuf take[2] = {{TURN, 0, 0}, {TURN, 1, SEM_UNDO}};
  for (int attempt = 0; attempt < RETRIES;) {
    int set = current_set(queue);
    struct timespec left = left_until(deadline);
    if (semtimedop(set, take, 2, &left) == 0) return 0;
    int error = errno;
    if (error == EAGAIN) return ETIMEDOUT;
    if (error == EINTR) continue;
    if (!vanished(error)) return error;
    attempt++;
    error = rejoin(queue, set);
    if (error != 0) return error;
  }
  return EAGAIN;
}

static int enter_flock(write_queue *queue, const struct timespec *deadline) {
  const struct timespec nap = {0, FLOCK_NAP_NANOSECONDS};
  int error = pthread_mutex_clocklock(&queue->threads, CLOCK_MONOTONIC, deadline);
  if (error != 0) return error;
  for (;;) {
    if (flock(queue->file, LOCK_EX | LOCK_NB) == 0) return 0;
    error = errno;
    struct timespec left = left_until(deadline);
    if (error == EWOULDBLOCK && left.tv_sec == 0 && left.tv_nsec == 0) error = ETIMEDOUT;
    if (error != EWOULDBLOCK && error != EINTR) {
      pthread_mutex_unlock(&queue->threads);
      return error;
    }
    nanosleep(&nap, NULL);
  }
}

int write_queue_enter(write_queue *queue, int milliseconds) {
  struct timespec deadline = deadline_after(milliseconds);
  if (queue->kind == WRITE_QUEUE_FLOCK) return enter_flock(queue, &deadline);
  return enter_semaphore(queue, &deadline);
}

int write_queue_leave(write_queue *queue) {
  if (queue->kind == WRITE_QUEUE_FLOCK) {
    int error = flock(queue->file, LOCK_UN) == 0 ? 0 : errno;
    pthread_mutex_unlock(&queue->threads);
    return error;
  }
  struct sembuf give = {TURN, -1, SEM_UNDO | IPC_NOWAIT};
  while (semop(current_set(queue), &give, 1) != 0) {
    // A set that is gone, or a new one where nobody has a turn, has nothing to give back.
    if (vanished(errno) || errno == EAGAIN) return 0;
    if (errno != EINTR) return errno;
  }
  return 0;
}

int write_queue_waiting(write_queue *queue) {
  if (queue->kind == WRITE_QUEUE_FLOCK) return -1;
  return semctl(current_set(queue), TURN, GETZCNT);
}

void write_queue_close(write_queue *queue) {
  if (queue->set >= 0) {
    struct sembuf one_less = {USERS, -1, SEM_UNDO | IPC_NOWAIT};
    semop(queue->set, &one_less, 1);
    // Somebody who joins between these two lines finds the set gone and makes it again.
    if (semctl(queue->set, USERS, GETVAL) == 0) semctl(queue->set, 0, IPC_RMID);
  }
  if (queue->file >= 0) close(queue->file);
  pthread_mutex_destroy(&queue->guard);
  pthread_mutex_destroy(&queue->threads);
  free(queue);
}
