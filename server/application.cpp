#include "server/application.h"
