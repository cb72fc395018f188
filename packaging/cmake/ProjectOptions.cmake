# SPDX-License-Identifier: GPL-3.0-or-later
# voxdesk_options: the one target that carries standard, warnings, hardening and Qt's strictness.
add_library(voxdesk_options INTERFACE)
target_compile_features(voxdesk_options INTERFACE cxx_std_20)
target_include_directories(voxdesk_options INTERFACE ${PROJECT_SOURCE_DIR})
target_compile_definitions(voxdesk_options INTERFACE
  VOXDESK_VERSION="${PROJECT_VERSION}"
  QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_CONTEXTLESS_CONNECT QT_NO_FOREACH
  QT_NO_NARROWING_CONVERSIONS_IN_CONNECT QT_STRICT_ITERATORS QT_USE_QSTRINGBUILDER
  QT_DISABLE_DEPRECATED_BEFORE=0x060400)

if(MSVC)
  target_compile_options(voxdesk_options INTERFACE /W4 /permissive- /utf-8 $<$<BOOL:${VOXDESK_WERROR}>:/WX>)
else()
  target_compile_options(voxdesk_options INTERFACE
    -Wall -Wextra -Wpedantic -Wshadow -Wnon-virtual-dtor -Woverloaded-virtual -Wold-style-cast
    $<$<BOOL:${VOXDESK_WERROR}>:-Werror>
    -fstack-protector-strong $<$<CONFIG:Release,RelWithDebInfo>:-D_FORTIFY_SOURCE=2>)
  if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
    # GCC 12 reports these inside Qt's and the standard library's own inlined code.
    target_compile_options(voxdesk_options INTERFACE -Wno-maybe-uninitialized -Wno-restrict -Wno-array-bounds
      -Wno-stringop-overflow)
  endif()
  if(CMAKE_SYSTEM_NAME STREQUAL "Linux")
    target_link_options(voxdesk_options INTERFACE -Wl,-z,relro,-z,now)
    find_program(VOXDESK_MOLD mold)
    if(VOXDESK_MOLD AND CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CMAKE_CXX_COMPILER_VERSION VERSION_GREATER_EQUAL 12.1)
      target_link_options(voxdesk_options INTERFACE -fuse-ld=mold)
    endif()
  endif()
  if(VOXDESK_SANITIZE)
    target_compile_options(voxdesk_options INTERFACE -fsanitize=${VOXDESK_SANITIZE} -fno-omit-frame-pointer
      -fno-sanitize-recover=all)
    target_link_options(voxdesk_options INTERFACE -fsanitize=${VOXDESK_SANITIZE})
  endif()
endif()

# voxdesk_library(NAME SOURCES … PUBLIC … PRIVATE …): a static library of one layer.
function(voxdesk_library name)
  cmake_parse_arguments(ARG "" "" "SOURCES;PUBLIC;PRIVATE;PCH" ${ARGN})
  add_library(${name} STATIC ${ARG_SOURCES})
  target_link_libraries(${name} PUBLIC voxdesk_options ${ARG_PUBLIC} PRIVATE ${ARG_PRIVATE})
  if(ARG_PCH)
    target_precompile_headers(${name} PRIVATE ${ARG_PCH})
  endif()
endfunction()
