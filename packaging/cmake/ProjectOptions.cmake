# SPDX-License-Identifier: GPL-3.0-or-later
# voxdesk_options: the one target that carries standard, warnings, hardening and Qt's strictness.
add_library(voxdesk_options INTERFACE)
target_compile_features(voxdesk_options INTERFACE cxx_std_20)
target_include_directories(voxdesk_options INTERFACE ${PROJECT_SOURCE_DIR})
target_compile_definitions(voxdesk_options INTERFACE
  VOXDESK_VERSION="${PROJECT_VERSION}"
  QT_NO_CAST_FROM_ASCII QT_NO_CAST_FROM_BYTEARRAY QT_NO_CAST_TO_ASCII QT_NO_CONTEXTLESS_CONNECT QT_NO_FOREACH
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
    if(VOXDESK_MOLD AND (CMAKE_CXX_COMPILER_ID MATCHES "Clang" OR CMAKE_CXX_COMPILER_VERSION VERSION_GREATER_EQUAL 12.1))
      target_link_options(voxdesk_options INTERFACE -fuse-ld=mold)
    endif()
  endif()
  if(VOXDESK_FUZZ) # libFuzzer is shown the ways through everything that a target links
    target_compile_options(voxdesk_options INTERFACE -fsanitize=fuzzer-no-link)
  endif()
  if(VOXDESK_SANITIZE)
    target_compile_options(voxdesk_options INTERFACE -fsanitize=${VOXDESK_SANITIZE} -fno-omit-frame-pointer
      -fno-sanitize-recover=all)
    if(VOXDESK_SANITIZE_LESS)
      target_compile_options(voxdesk_options INTERFACE -fno-sanitize=${VOXDESK_SANITIZE_LESS})
    endif()
    if(CMAKE_CXX_COMPILER_ID MATCHES "Clang")
      target_compile_options(voxdesk_options INTERFACE -fsanitize-ignorelist=${PROJECT_SOURCE_DIR}/tests/sanitizers.ignore)
    endif()
    target_link_options(voxdesk_options INTERFACE -fsanitize=${VOXDESK_SANITIZE})
  endif()
endif()

# What nearly every file includes, compiled once. OFF proves that each file includes what it uses.
option(VOXDESK_PCH "Precompiled headers" ON)
# voxdesk_precompiled(NAME HEADERS…): a set of precompiled headers that voxdesk_precompile() can name.
function(voxdesk_precompiled name)
  if(VOXDESK_PCH)
    find_package(Qt6 6.4 REQUIRED COMPONENTS Core)
    file(CONFIGURE OUTPUT ${PROJECT_BINARY_DIR}/${name}.cpp CONTENT "// nothing\n")
    add_library(${name} OBJECT ${PROJECT_BINARY_DIR}/${name}.cpp)
    set_target_properties(${name} PROPERTIES AUTOMOC OFF AUTORCC OFF)
    target_link_libraries(${name} PRIVATE voxdesk_options Qt6::Core)
    target_precompile_headers(${name} PRIVATE ${ARGN})
  endif()
endfunction()
# voxdesk_precompile(TARGET SET): compiles a target's files with that set.
function(voxdesk_precompile target set)
  if(VOXDESK_PCH)
    target_precompile_headers(${target} REUSE_FROM ${set})
  endif()
endfunction()
voxdesk_precompiled(voxdesk_precompiled_core <QtCore> <algorithm> <chrono> <functional> <memory> <optional> <variant>)

# voxdesk_library(NAME SOURCES … PUBLIC … PRIVATE … [PCH <headers>] [ALONE …]): a static library of one layer. PCH: instead
# of the headers that all share. ALONE: sources whose private names are those of others of the library; where sources are
# compiled several at once (CMAKE_UNITY_BUILD), these are not.
function(voxdesk_library name)
  cmake_parse_arguments(ARG "" "" "SOURCES;PUBLIC;PRIVATE;PCH;ALONE" ${ARGN})
  add_library(${name} STATIC ${ARG_SOURCES})
  target_link_libraries(${name} PUBLIC voxdesk_options ${ARG_PUBLIC} PRIVATE ${ARG_PRIVATE})
  set_source_files_properties(${ARG_ALONE} PROPERTIES SKIP_UNITY_BUILD_INCLUSION ON)
  if(NOT ARG_PCH)
    voxdesk_precompile(${name} voxdesk_precompiled_core)
  elseif(VOXDESK_PCH)
    target_precompile_headers(${name} PRIVATE ${ARG_PCH})
  endif()
endfunction()
